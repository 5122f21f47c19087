/** Lengths of edges, and the time to walk them either way. */
import { metresPerDegree, UNREACHABLE } from '../../units.ts'
import type { Profile } from '../osm/profile.ts'
import { CLASSES } from '../osm/street-class.ts'
import { E7 } from './coordinates.ts'
import type { Graph } from './graph.ts'
import { DIRECTIONS } from './paces.ts'

const LIFT = CLASSES.indexOf('elevator')
/**
 * For a lift to come and to ride a storey or two, deciseconds: it goes up or down, however long its line is.
 * Average waits of 20 to 40 s are what lifts are designed for (CIBSE Guide D, 2020).
 */
const LIFT_TIME = 300

/** OSRM keeps coordinates at 1e-6 degrees: ten of our units. */
const OSRM_UNIT = 10

export type Lines = Pick<Graph, 'shape' | 'shapeLng' | 'shapeLat'>

/** Deciseconds per metre of each edge: `pace[rule[edge]]`. */
interface Paces {
  rule: Int32Array
  pace: Float64Array
}

type Measures = Pick<Graph, 'edgeMetres' | 'edgeForward' | 'edgeBackward'>

interface Walkability {
  profile: Profile
  edgeClass: Uint8Array
  edgeFlags: Uint32Array
  paces: Paces
}

export function measureLines(lines: Lines, { profile, edgeClass, edgeFlags, paces }: Walkability): Measures {
  const measures = {
    edgeMetres: new Float64Array(edgeFlags.length),
    edgeForward: new Int32Array(edgeFlags.length),
    edgeBackward: new Int32Array(edgeFlags.length),
  }
  if (profile === 'osrm-compat') measureLikeOsrm(lines, paces, measures)
  else {
    measure(lines, paces, measures)
    addLifts(edgeClass, measures)
  }
  closeWays(measures, { profile, edgeFlags })
  return measures
}

/** Lengths, and times of whole edges. */
function measure({ shape, shapeLng, shapeLat }: Lines, { rule, pace }: Paces, to: Measures): void {
  const { edgeMetres, edgeForward } = to
  let scale = { lng: 0, lat: 0 }
  let scaleLat = NaN
  let i = 0
  for (let edge = 0; edge < edgeMetres.length; edge++) {
    // edges from the same vertex follow one another
    if (shapeLat[i] !== scaleLat) {
      scaleLat = shapeLat[i]!
      scale = metresPerDegree(scaleLat / E7)
    }
    let length = 0
    const end = shape[edge + 1]!
    for (i++; i < end; i++) {
      const east = ((shapeLng[i]! - shapeLng[i - 1]!) / E7) * scale.lng
      const north = ((shapeLat[i]! - shapeLat[i - 1]!) / E7) * scale.lat
      length += Math.sqrt(east * east + north * north)
    }
    edgeMetres[edge] = length
    edgeForward[edge] = Math.max(1, Math.round(length * pace[rule[edge]!]!))
  }
}

function addLifts(edgeClass: Uint8Array, { edgeForward }: Measures): void {
  for (let edge = edgeClass.indexOf(LIFT); edge >= 0; edge = edgeClass.indexOf(LIFT, edge + 1))
    edgeForward[edge]! += LIFT_TIME
}

/** OSRM rounds places to 1e-6 degrees, and each stretch between two bends to a decisecond, at least one. */
function measureLikeOsrm({ shape, shapeLng, shapeLat }: Lines, { rule, pace }: Paces, to: Measures): void {
  const { edgeMetres, edgeForward } = to
  for (let edge = 0; edge < edgeMetres.length; edge++) {
    const first = shape[edge]!
    const scale = metresPerDegree(shapeLat[first]! / E7)
    let length = 0
    let time = 0
    for (let i = first + 1; i < shape[edge + 1]!; i++) {
      const east = ((asOsrm(shapeLng[i]!) - asOsrm(shapeLng[i - 1]!)) / E7) * scale.lng
      const north = ((asOsrm(shapeLat[i]!) - asOsrm(shapeLat[i - 1]!)) / E7) * scale.lat
      const stretch = Math.sqrt(east * east + north * north)
      length += stretch
      time += Math.max(1, Math.round(stretch * pace[rule[edge]!]!))
    }
    edgeMetres[edge] = length
    edgeForward[edge] = time
  }
}

/** Closes the directions that nobody may walk: until here `edgeForward` holds the time of both. */
function closeWays(
  { edgeForward, edgeBackward }: Measures,
  { profile, edgeFlags }: { profile: Profile; edgeFlags: Uint32Array },
): void {
  const { forwardBit, backwardBit } = DIRECTIONS[profile]
  for (let edge = 0; edge < edgeForward.length; edge++) {
    const flags = edgeFlags[edge]!
    edgeBackward[edge] = (flags & backwardBit) !== 0 ? edgeForward[edge]! : UNREACHABLE
    if ((flags & forwardBit) === 0) edgeForward[edge] = UNREACHABLE
  }
}

/** To 1e-6 degrees. */
function asOsrm(value: number): number {
  return Math.round(value / OSRM_UNIT) * OSRM_UNIT
}

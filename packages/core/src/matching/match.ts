/**
 * Addresses of a list found among the targets of a region: by number and street, whatever the spelling, and held
 * against the position that the list gives.
 */
import type { Address } from '../building/building.ts'
import { plainWords } from '../letters.ts'
import { type LngLat, type Metres, metresBetween } from '../units.ts'
import { type RankStreets, TOLD, openStreetIndex } from './street-index.ts'
import { plainNumber, plainStreet } from './street-name.ts'
import type { WrittenAddress } from './written-address.ts'

/** What a match needs of a target. */
export interface AddressedTarget {
  id: string
  building: string
  doors: number
  location: LngLat
  address?: Address | undefined
}

/** `exact`: number and street are the same; `close`: no other street comes near; `doubtful`: somebody must look. */
export const MATCH_CLASSES = ['exact', 'close', 'doubtful', 'none'] as const
export type MatchClass = (typeof MATCH_CLASSES)[number]

/**
 * Why a match is doubtful: the street might be another one, the street lacks the number, several places have this
 * address, the postcode or town is another one, the position lies elsewhere.
 */
type Doubt = 'street' | 'number' | 'several' | 'town' | 'position'

interface MatchCandidate {
  /** Of the region. */
  address: Pick<Address, 'number' | 'street'>
  score: number
  targets: readonly AddressedTarget[]
  /** From the position of the row; absent without one. */
  metres?: Metres
}

interface Match {
  class: MatchClass
  /** 0…1: how alike the addresses are. */
  score: number
  /** Empty unless `exact` or `close`. */
  targets: readonly AddressedTarget[]
  doubt?: Doubt
  /** The best, where it is doubtful. */
  candidates: MatchCandidate[]
}

export type MatchAddress = (written: WrittenAddress, location?: LngLat) => Match

/** A position further from its address than this is that of another house. */
const FAR_METRES = 150
/** So near, position and address speak for each other where the spelling alone would not do. */
const NEAR_METRES = 60
/** … from here on. */
const LIKELY = 0.6
/** A name that another comes as near to is no match. */
const MARGIN = 0.08
/** Entrances of one address lie no further apart. */
const ONE_PLACE_METRES = 300
const CANDIDATES = 3
/** Of a candidate in the right street with another number. */
const OTHER_NUMBER = 0.5

interface Street {
  name: string
  byNumber: Map<string, AddressedTarget[]>
}

/** Targets without an address are left aside. Cost: linear in the targets, and a name of a street is looked up once. */
export function openMatching(targets: Iterable<AddressedTarget>): MatchAddress {
  const byName = new Map<string, Street>()
  for (const target of targets) {
    if (!target.address || target.address.street === '') continue
    const { street: name, number } = target.address
    const key = plainStreet(name)
    const street = byName.get(key) ?? { name, byNumber: new Map<string, AddressedTarget[]>() }
    byName.set(key, street)
    const plain = plainNumber(number)
    const there = street.byNumber.get(plain)
    if (there) there.push(target)
    else street.byNumber.set(plain, [target])
  }
  const rank = openStreetIndex([...byName.values()].map((street) => ({ name: street.name, street })))
  return (written, location) => {
    let best: Match = NONE
    for (const reading of written.readings) {
      const match = matchReading({ ...reading, written, location, rank })
      if (rankOf(match) < rankOf(best) || (rankOf(match) === rankOf(best) && match.score > best.score))
        best = match
      if (best.class === 'exact') break
    }
    return best
  }
}

const NONE: Match = { class: 'none', score: 0, targets: [], candidates: [] }

function rankOf({ class: name }: Match): number {
  return MATCH_CLASSES.indexOf(name)
}

interface Reading {
  number: string
  street: string
  written: WrittenAddress
  location: LngLat | undefined
  rank: RankStreets<Street>
}

function matchReading({ number, street, written, location, rank }: Reading): Match {
  const streets = rank(street)
  if (streets.length === 0 || number === '') return NONE
  const isOfTown = ofTown(written)
  const all = streets.flatMap(({ street: { byNumber }, score }): MatchCandidate[] => {
    const there = doorsAt(byNumber, number)
    return there.length > 0 ? [candidate(there, { score, location })] : []
  })
  const here = all
    .map((each) => ({ each, targets: each.targets.filter(isOfTown) }))
    .filter(({ targets }) => targets.length > 0)
    .map(({ each, targets }) => candidate(targets, { score: each.score, location }))
  const doubtful = (doubt: Doubt, candidates: MatchCandidate[]): Match => ({
    class: 'doubtful',
    score: candidates[0]?.score ?? 0,
    targets: [],
    doubt,
    candidates: candidates.slice(0, CANDIDATES),
  })
  const [top] = streets
  const [first, second] = here
  if (!first) {
    if (all.length > 0) return doubtful('town', all)
    return top!.score >= TOLD ? doubtful('number', neighbours(top!.street, { number, location })) : NONE
  }
  const found = onePlace(first, location)
  if (!found) return doubtful('several', places(first, location))
  if (found.metres !== undefined && found.metres > FAR_METRES) return doubtful('position', [found])
  const isNear = found.metres !== undefined && found.metres <= NEAR_METRES
  const isTold = first.score >= TOLD && top!.score - first.score < MARGIN
  const isAlone = !second || first.score - second.score >= MARGIN
  const isSure = first.score === 1 || (isNear ? first.score >= LIKELY : isTold && isAlone)
  if (!isSure) return doubtful('street', here)
  return {
    class: first.score === 1 ? 'exact' : 'close',
    score: first.score,
    targets: found.targets,
    candidates: [],
  }
}

/** At the number, or at both ends of "12-14" where one building has both. */
function doorsAt(byNumber: Street['byNumber'], number: string): readonly AddressedTarget[] {
  const there = byNumber.get(number)
  if (there) return there
  const ends = number.split(/[-/]/).map((end) => byNumber.get(end))
  if (ends.length !== 2 || !ends[0] || !ends[1]) return []
  const both = [...new Set(ends.flatMap((end) => end!))]
  return new Set(both.map(({ building }) => building)).size === 1 ? both : []
}

function candidate(
  targets: readonly AddressedTarget[],
  { score, location }: { score: number; location: LngLat | undefined },
): MatchCandidate {
  const { number, street } = targets[0]!.address!
  const metres = location && Math.min(...targets.map((target) => metresBetween(target.location, location)))
  return { address: { number, street }, score, targets, ...(metres !== undefined && { metres }) }
}

/** What the row says of postcode and town, held against a target; what either does not say is no contradiction. */
function ofTown({ postcode, city }: WrittenAddress): (target: AddressedTarget) => boolean {
  const town = city === undefined ? '' : plainWords(city)
  return ({ address }) => {
    if (postcode && address?.postcode) return postcode === address.postcode
    if (town === '' || !address?.city) return true
    const own = plainWords(address.city)
    return own.startsWith(town) || town.startsWith(own)
  }
}

/** All of the targets, or those around the position; undefined where nobody can say which of several places it is. */
function onePlace(found: MatchCandidate, location: LngLat | undefined): MatchCandidate | undefined {
  const groups = places(found, location)
  if (groups.length === 1) return found
  return groups.find(({ metres }) => metres !== undefined && metres <= FAR_METRES)
}

function places({ targets, score }: MatchCandidate, location: LngLat | undefined): MatchCandidate[] {
  const groups: AddressedTarget[][] = []
  for (const target of targets) {
    const near = groups.find(([one]) => metresBetween(one!.location, target.location) <= ONE_PLACE_METRES)
    if (near) near.push(target)
    else groups.push([target])
  }
  return groups
    .map((group) => candidate(group, { score, location }))
    .sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
}

/** The same digits with another letter, else the nearest numbers of the street. */
function neighbours(
  { byNumber }: Street,
  { number, location }: { number: string; location: LngLat | undefined },
): MatchCandidate[] {
  const digits = (text: string): number => Number.parseInt(text, 10)
  return [...byNumber]
    .map(([own, targets]) => ({ targets, apart: Math.abs(digits(own) - digits(number)) }))
    .filter(({ apart }) => apart <= 4)
    .sort((a, b) => a.apart - b.apart)
    .slice(0, CANDIDATES)
    .map(({ targets }) => candidate(targets, { score: OTHER_NUMBER, location }))
}

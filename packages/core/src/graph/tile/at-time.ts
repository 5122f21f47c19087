/** A street tile as it is at one time: ways and gates that are closed by then are closed. */
import { levelDuring, type Level, type Moment } from '../hours/schedule.ts'
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import { barrierBits } from '../osm/rules.ts'
import { NO_SCHEDULES } from './schedules.ts'
import type { StreetTile } from './tile.ts'

const CANVASS = FLAG.canvassForward | FLAG.canvassBackward
const BARRIER = NODE_FLAG.canvassBarrier | NODE_FLAG.gate | NODE_FLAG.shut

/**
 * The same tile without hours. Only `canvass` asks for them: what `osrm-compat` may walk stays as it is.
 *
 * @param when  undefined: as if no condition held
 */
export function tileAt(tile: StreetTile, when: Moment | undefined): StreetTile {
  const { texts, edge, edgeText, node, nodeText } = tile.schedules
  if (texts.length === 0) return tile
  const levels = texts.map((text) => levelDuring(text, when))
  const flags = tile.nodes.flags.slice()
  node.forEach((each, i) => {
    flags[each] = (flags[each]! & ~BARRIER) | barrierBits(levels[nodeText[i]!]!)
  })
  const rules = new RuleRows(tile.rules)
  const rule = tile.edges.rule.slice()
  edge.forEach((each, i) => (rule[each] = rules.rowAt(rule[each]!, levels[edgeText[i]!]!)))
  return {
    ...tile,
    nodes: { ...tile.nodes, flags },
    rules: rules.columns(),
    edges: { ...tile.edges, rule },
    schedules: NO_SCHEDULES,
  }
}

/** Rules of a tile, and those that a time makes of them. */
class RuleRows {
  private readonly rules: StreetTile['rules']
  /** Which rule each further row is made of, and its flags. */
  private readonly added: { of: number; flags: number }[] = []
  private readonly known = new Map<string, number>()

  constructor(rules: StreetTile['rules']) {
    this.rules = rules
  }

  /** The row of a way that is open by its rule, at a level. */
  rowAt(row: number, level: Level): number {
    if (level === 'open') return row
    const key = `${row} ${level}`
    const found = this.known.get(key)
    if (found !== undefined) return found
    const open = this.rules.flags[row]!
    const made = this.rules.class.length + this.added.length
    this.added.push({ of: row, flags: level === 'private' ? open | FLAG.private : open & ~CANVASS })
    this.known.set(key, made)
    return made
  }

  columns(): StreetTile['rules'] {
    const { class: street, flags, compatSpeed, canvassSpeed, layer } = this.rules
    const from = (column: ArrayLike<number>) => [
      ...Array.from(column),
      ...this.added.map(({ of }) => column[of]!),
    ]
    return {
      class: Uint8Array.from(from(street)),
      flags: Uint32Array.from([...flags, ...this.added.map((each) => each.flags)]),
      compatSpeed: Uint16Array.from(from(compatSpeed)),
      canvassSpeed: Uint16Array.from(from(canvassSpeed)),
      layer: Int8Array.from(from(layer)),
    }
  }
}

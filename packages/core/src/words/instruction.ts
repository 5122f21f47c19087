/**
 * Says a step of the street graph in words: osrm-text-instructions for turns, own sentences for what it has no
 * words for (crossings, stairs, passages). Which steps are worth saying is decided in walk/merge-steps.ts.
 */
import osrmTextInstructions from 'osrm-text-instructions'
import { type Language, phrasesOf } from './languages.ts'
import type { Detail, Instructions, WayKind } from './phrases.ts'
import { saySeen, type Seen } from './seen.ts'

/** What is said of a step; see `Step` of the street graph. */
export interface Manoeuvre {
  /** A type of OSRM's route steps, or `cross`, `steps`, `passage`, `lift`. */
  type: string
  modifier?: string
  name: string
  /** Kind of the way walked on where it has no name. */
  way?: WayKind
  /** The street that such a way leads to, where only the address knows it. */
  towards?: string
  /** Degrees clockwise from north after the manoeuvre. */
  bearingAfter: number
  detail?: Detail
  /** For `cross`: the street at whose corner, and the street walked on behind it. */
  corner?: string
  onto?: string
}

export interface SayContext {
  language: Language
  /** 0-based index of the leg the step belongs to. */
  legIndex: number
  legCount: number
  /** What is seen where the leg ends; without it an arrival names the stop by its number. */
  door?: Door
  /** The leg begins at a door, not at the start of the walk. */
  fromDoor?: boolean
  /** What the leg leads to: a stop (default), back to where the walk began, or to its own end. */
  towards?: 'stop' | 'start' | 'end'
}

/** A door as one finds it: by its number, else by what one sees. */
export interface Door extends Seen {
  /** "12 bis rue Condorcet", or a name without a street; empty where it has no number. */
  address: string
  /** The street it is reached from, empty where that has no name. */
  street: string
}

const library = osrmTextInstructions('v5')

/**
 * One instruction as a sentence without full stop, e.g. « Tourner à gauche sur la rue Condorcet ».
 *
 * @returns never empty; a step the library does not know is said as a turn, as OSRM asks of its clients
 * @throws VisibleError `language.unknown`
 */
export function sayStep(step: Manoeuvre, context: SayContext): string {
  const { turns, instructions } = phrasesOf(context.language)
  const own = instructions((name, grammar) => library.grammarize(turns, name, grammar))
  switch (step.type) {
    case 'cross':
      return own.cross(step)
    case 'steps':
      return own.stairs(step)
    case 'passage':
      return own.passage(step)
    case 'lift':
      return own.lift
    default:
      return step.modifier === 'uturn' && step.type !== 'arrive' && step.type !== 'depart'
        ? own.goBack(step)
        : compile(step, { ...context, turns, own })
  }
}

/** Types whose sentences exist in every language file we use; the library writes to the console for others. */
const LIBRARY_TYPES: ReadonlySet<string> = new Set([
  'depart',
  'turn',
  'new name',
  'continue',
  'end of road',
  'fork',
  'notification',
  'arrive',
])

/** A sentence of the library. */
function compile(
  step: Manoeuvre,
  { turns, own, ...context }: SayContext & { turns: string; own: Instructions },
): string {
  const { legIndex, legCount } = context
  // Always given: the library's ordinals end at the tenth.
  const waypointName = arrivalAt(context, own)
  const way = wayOf(step, own)
  const sentence = library
    .compile(
      turns,
      { name: way, maneuver: manoeuvre(step) },
      {
        legIndex,
        legCount,
        waypointName,
        formatToken: (token, value) => {
          if (token === 'waypoint_name') return waypointName
          return token === 'way_name' ? way : value
        },
      },
    )
    .replace(/ +/g, ' ')
    .trim()
  const { door, fromDoor = false, towards = 'stop', language } = context
  if (step.type === 'depart' && fromDoor)
    return [sentence, ...sideOf(step).map((side) => own.leaving[side])].join(', ')
  if (step.type !== 'arrive' || towards !== 'stop' || door === undefined) return sentence
  return [sentence, ...saySeen(door, language)].join(', ')
}

/** Left or right of who comes out of a door; none where one walks straight away from it. */
function sideOf({ modifier = '' }: Manoeuvre): ('left' | 'right')[] {
  return (['left', 'right'] as const).filter((side) => modifier.endsWith(side))
}

/** The way walked on, as its language takes it into a sentence; empty where nothing is known of it. */
function wayOf({ name, way, towards }: Manoeuvre, own: Instructions): string {
  if (name !== '') return own.street(name)
  if (way === undefined) return ''
  return towards === undefined ? own.ways[way] : own.towards(own.ways[way], towards)
}

function manoeuvre(step: Manoeuvre): { type: string; modifier?: string; bearing_after?: number } {
  const type = LIBRARY_TYPES.has(step.type) ? step.type : 'turn'
  if (type === 'depart') {
    // Outside 0…360 the library throws; without a bearing it says "Head on …".
    const bearing = ((step.bearingAfter % 360) + 360) % 360
    return Number.isFinite(bearing) ? { type, bearing_after: bearing } : { type }
  }
  if (type === 'arrive') return step.modifier === undefined ? { type } : { type, modifier: step.modifier }
  // The library throws without a modifier.
  return { type, modifier: step.modifier ?? 'straight' }
}

function arrivalAt(context: SayContext, { arrival }: Instructions): string {
  const { legIndex, door, towards = 'stop' } = context
  if (towards !== 'stop') return arrival[towards]
  if (door === undefined) return arrival.stop(legIndex + 1)
  if (door.address.trim() !== '') return arrival.address(door.address)
  return arrival.numberless(door.building, door.street)
}

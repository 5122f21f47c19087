/**
 * Says a step of the street graph in words: osrm-text-instructions for turns, own sentences for what it has no
 * words for (crossings, stairs, passages). Which steps are worth saying is decided in walk/merge-steps.ts.
 */
import osrmTextInstructions from 'osrm-text-instructions'
import { type Language, phrasesOf } from './languages.ts'
import type { Detail, Instructions } from './phrases.ts'

/** Legs shorter than this need no turn-by-turn: the next door is in sight. */
export const TURN_BY_TURN_METRES = 80

/** What is said of a step; see `Step` of the street graph. */
export interface Manoeuvre {
  /** A type of OSRM's route steps, or `cross`, `steps`, `passage`. */
  type: string
  modifier?: string
  name: string
  /** Degrees clockwise from north after the manoeuvre. */
  bearingAfter: number
  detail?: Detail
}

export interface SayContext {
  language: Language
  /** 0-based index of the leg the step belongs to. */
  legIndex: number
  legCount: number
  /** Where the leg ends, "12 bis rue Condorcet"; without it an arrival names the stop by its number. */
  waypointName?: string
  /** What the leg leads to: a stop (default), back to where the walk began, or to its own end. */
  towards?: 'stop' | 'start' | 'end'
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
    default:
      return step.modifier === 'uturn' ? own.goBack(step) : compile(step, { ...context, turns, own })
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
  return library
    .compile(
      turns,
      { name: step.name, maneuver: manoeuvre(step) },
      {
        legIndex,
        legCount,
        waypointName,
        formatToken: (token, value) => {
          if (token === 'waypoint_name') return waypointName
          return token === 'way_name' ? own.street(step.name) : value
        },
      },
    )
    .replace(/\s+/g, ' ')
    .trim()
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
  const { legIndex, waypointName = '', towards = 'stop' } = context
  if (towards !== 'stop') return arrival[towards]
  return waypointName.trim() === '' ? arrival.stop(legIndex + 1) : arrival.address(waypointName)
}

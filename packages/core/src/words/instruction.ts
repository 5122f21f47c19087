/**
 * Says a step of the street graph in words: osrm-text-instructions for turns, own templates for what it has no
 * words for (crossings, stairs, passages). Which steps are worth saying is decided in walk/merge-steps.ts.
 */
import osrmTextInstructions from 'osrm-text-instructions'
import { VisibleError } from '../error.ts'
import { LANGUAGES, type Language } from '../request.ts'
import { arrivalPlace, withArticle, withDe } from './french.ts'

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
  detail?: 'signals' | 'marked' | 'unmarked' | 'up' | 'down'
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
 */
export function sayStep(step: Manoeuvre, context: SayContext): string {
  const { language } = context
  switch (step.type) {
    case 'cross':
      return language === 'fr' ? crossInFrench(step) : crossInEnglish(step)
    case 'steps':
      return language === 'fr' ? stairsInFrench(step) : stairsInEnglish(step)
    case 'passage':
      return language === 'fr' ? passageInFrench(step) : passageInEnglish(step)
    default:
      // the library speaks to drivers: « Faire demi-tour et continuer », "Make a U-turn"
      if (step.modifier === 'uturn') return language === 'fr' ? goBackInFrench(step) : goBackInEnglish(step)
      return compile(step, context)
  }
}

/** `fr-CA` → `fr`: the library knows base codes only. VisibleError `language.unknown` for any other language. */
export function baseLanguage(code: string): Language {
  const base = code.toLowerCase().split(/[-_]/)[0]
  const found = LANGUAGES.find((language) => language === base)
  if (found === undefined) {
    const detail = `language "${code.slice(0, 20)}" is not spoken here; use one of ${LANGUAGES.join(', ')}`
    throw new VisibleError('input', 'language.unknown', detail, [{ pointer: '/language', detail }])
  }
  return found
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

function compile(step: Manoeuvre, context: SayContext): string {
  const { language, legIndex, legCount } = context
  return library
    .compile(
      language,
      { name: step.name, maneuver: manoeuvre(step) },
      {
        legIndex,
        legCount,
        // Always given: the library's ordinals end at the tenth.
        waypointName: waypoint(context),
        formatToken: (token, value) => {
          if (token === 'waypoint_name') return waypoint(context)
          if (token === 'way_name' && language === 'fr') return withArticle(step.name)
          return value
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

function waypoint({ language, legIndex, waypointName = '', towards = 'stop' }: SayContext): string {
  const french = language === 'fr'
  if (towards === 'start') return french ? 'au point de départ' : 'the starting point'
  if (towards === 'end') return french ? 'au point d’arrivée' : 'the end of the walk'
  if (waypointName.trim() === '') return french ? `à l’étape ${legIndex + 1}` : `stop ${legIndex + 1}`
  return french ? arrivalPlace(waypointName) : waypointName.trim()
}

function crossInFrench({ name, detail }: Manoeuvre): string {
  const where = detail === 'signals' ? ' au feu' : detail === 'marked' ? ' au passage piéton' : ''
  if (name === '') return where === '' ? 'Traverser la rue' : `Traverser${where}`
  return `Traverser ${withArticle(name)}${where}`
}

function crossInEnglish({ name, detail }: Manoeuvre): string {
  const where = detail === 'signals' ? ' at the lights' : detail === 'marked' ? ' at the crossing' : ''
  if (name === '') return where === '' ? 'Cross the street' : `Cross${where}`
  return `Cross ${name}${where}`
}

/** Names that already say stairs need no second word for them. */
const STAIRS = /^(escaliers?|marches|degrés)\b/i

function stairsInFrench({ name, detail }: Manoeuvre): string {
  const verb = detail === 'up' ? 'Monter' : detail === 'down' ? 'Descendre' : 'Prendre'
  if (name === '') return `${verb} l’escalier`
  return STAIRS.test(name) ? `${verb} ${withArticle(name)}` : `${verb} l’escalier ${withDe(name)}`
}

function stairsInEnglish({ name, detail }: Manoeuvre): string {
  const verb = detail === 'up' ? 'Go up' : detail === 'down' ? 'Go down' : 'Take'
  if (name === '') return `${verb} the stairs`
  return STAIRS.test(name) ? `${verb} ${name}` : `${verb} the stairs of ${name}`
}

function goBackInFrench({ name }: Manoeuvre): string {
  return name === '' ? 'Revenir sur ses pas' : `Revenir sur ses pas, le long ${withDe(name)}`
}

function goBackInEnglish({ name }: Manoeuvre): string {
  return name === '' ? 'Go back the way you came' : `Go back along ${name}`
}

/** A street that runs below a house is no passage to those who look for one. */
const STREET =
  /^(rue|avenue|boulevard|chemin|route|place|quai|allée|street|road|avenue|lane)\b|(straße|strasse|gasse|weg|street|road|lane)$/i

function passageInFrench({ name }: Manoeuvre): string {
  if (name === '') return 'Prendre le passage'
  return STREET.test(name) ? `Prendre le passage couvert ${withDe(name)}` : `Prendre ${withArticle(name)}`
}

function passageInEnglish({ name }: Manoeuvre): string {
  if (name === '') return 'Go through the passage'
  return STREET.test(name) ? `Go through the covered part of ${name}` : `Go through ${name}`
}

/** Sentences about a walk that several views say. */
import { ProblemError } from '@doorwalk/client'
import { sayDuration, sayFloor, sayMetres, sayWithin } from '@doorwalk/core/words/say'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import { printedTargets } from '@doorwalk/core/walk/numbering'
import type { WalkPack, WalkTarget } from '../model/record.ts'
import { sayProblem } from '../words/problems.ts'
import { currentLanguage, words } from '../words/words.ts'

/** Address, else what one sees there. */
export function placeOf({ address, seen }: Pick<WalkTarget, 'address' | 'seen'>): string {
  return address || seen || '–'
}

/** Entrance and floors: "entrée B, étages 6 à 4". */
export function withinOf({ entrance, part }: Pick<WalkTarget, 'entrance' | 'part'>): string {
  return sayWithin({ entrance, part }, currentLanguage()).join(', ')
}

export function floorName(floor: number): string {
  return floor === 0 ? words().groundFloor : words().floor(sayFloor(floor, currentLanguage()))
}

/** As printed: "7", "7b", "R2". */
export function labelsOf({ walk }: WalkPack): Map<string, string> {
  return new Map(printedTargets(walk).map(({ label, target }) => [target.id, label]))
}

export function minutesOf(seconds: number): string {
  return sayDuration(Math.abs(seconds))
}

/** "À 240 m environ, vers le nord." */
export function crowOf(from: LngLat, to: LngLat): string {
  const east = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180)
  const eighth = Math.round((Math.atan2(east, to[1] - from[1]) * 4) / Math.PI)
  const direction = words().directions[(eighth + 8) % 8] ?? ''
  return words().crow(sayMetres(metresBetween(from, to), currentLanguage()), direction)
}

/** What browsers call them: English with its 24 hours, as on paper. */
const LOCALES = { fr: 'fr-FR', en: 'en-GB' }

export function timeOf(milliseconds: number): string {
  return new Intl.DateTimeFormat(LOCALES[currentLanguage()], { hour: '2-digit', minute: '2-digit' }).format(
    milliseconds,
  )
}

/** Why a call did not go well, or that no answer came. */
export function problemOf(error: unknown): string {
  return error instanceof ProblemError ? sayProblem(error) : words().noNetwork
}

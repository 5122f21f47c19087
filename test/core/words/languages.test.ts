/** Whoever asks for a language hears it, whole; whoever asks for another is refused by its name. */
import { describe, expect, it } from 'vitest'
import { walkToGpx } from '@doorwalk/core/formats/gpx'
import { walkToPrintHtml } from '@doorwalk/core/paper/print'
import { sayStep } from '@doorwalk/core/words/instruction'
import { DEFAULT_LANGUAGE, LANGUAGES, type Language, PHRASES } from '@doorwalk/core/words/languages'
import { sayReason } from '@doorwalk/core/words/reason'
import { sayDate, sayFloor, sayMetres, sayTime, sayWarning, sayWithin } from '@doorwalk/core/words/say'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

const AT = '2026-03-01T09:05:00+01:00'
const part = { fromFloor: 0, toFloor: 6 }

/** One call of everything that speaks, by its name. */
const SPEAKERS: Record<string, (language: Language) => string> = {
  cross: (language) => said({ type: 'cross', name: 'Rue Foch', detail: 'signals' }, language),
  stairs: (language) => said({ type: 'steps', name: 'Rue Foch', detail: 'up' }, language),
  passage: (language) => said({ type: 'passage', name: 'Rue Foch' }, language),
  goBack: (language) => said({ type: 'turn', name: 'Rue Foch', modifier: 'uturn' }, language),
  turn: (language) => said({ type: 'turn', name: 'Rue Foch', modifier: 'left' }, language),
  arrival: (language) => said({ type: 'arrive', name: '' }, language),
  reason: (language) => sayReason({ doors: 24, chosen: true, seconds: 600, priority: 80 }, language),
  warning: (language) => sayWarning({ code: 'nothing_to_walk' }, language),
  metres: (language) => sayMetres(1_230, language),
  time: (language) => sayTime(AT, language),
  date: (language) => sayDate(AT, language),
  floor: (language) => sayFloor(0, language),
  within: (language) => sayWithin({ part }, language).join(),
  gpx: (language) => walkToGpx({ ...walk, language }),
  paper: (language) =>
    walkToPrintHtml({ ...walk, language }, { streets: [], footprints: [] }, { attribution: [] }),
}
const walk = fixturePlan({ walks: 1, stops: 2 }).walks[0]!

function said(
  step: { type: string; name: string; modifier?: string; detail?: 'signals' | 'up' },
  language: Language,
): string {
  return sayStep({ bearingAfter: 90, ...step }, { language, legIndex: 0, legCount: 2 })
}

describe.each(LANGUAGES)('%s', (language) => {
  it.each(Object.entries(SPEAKERS))('is spoken: %s', (_, speak) => {
    expect(speak(language)).not.toMatch(/undefined|^$/)
  })
})

describe('a language that is not spoken here', () => {
  const unknown = ['xx', 'EN', 'fr-CA', 'toString', ''] as string[]

  it.each(Object.entries(SPEAKERS))('is refused by name: %s', (_, speak) => {
    for (const code of unknown)
      expect(() => speak(code as Language)).toThrow(
        `language "${code}" is not spoken here; use one of ${LANGUAGES.join(', ')}`,
      )
  })
})

describe('storeys of a part', () => {
  it.each([
    [6, 4, 'étages 6 à 4', 'floors 6–4'],
    [3, 0, 'étages 3 à RdC', 'floors 3–G'],
    [5, 5, 'étage 5', 'floor 5'],
    [0, 0, 'rez-de-chaussée', 'ground floor'],
  ])('%i to %i are « %s » or "%s"', (toFloor, fromFloor, french, english) => {
    expect(sayWithin({ part: { fromFloor, toFloor } }, 'fr')).toEqual([french])
    expect(sayWithin({ part: { fromFloor, toFloor } }, 'en')).toEqual([english])
  })
})

it('parts of one floor are told by their doors', () => {
  const part = { fromFloor: 3, toFloor: 3, firstDoor: 12, lastDoor: 21 }
  expect(sayWithin({ part }, 'fr')).toEqual(['étage 3', 'portes 12 à 21'])
  expect(sayWithin({ part }, 'en')).toEqual(['floor 3', 'doors 12–21'])
})

it('French is spoken where nobody asks for a language', () => {
  expect(DEFAULT_LANGUAGE).toBe('fr')
  expect(Object.keys(PHRASES)).toEqual(LANGUAGES)
})

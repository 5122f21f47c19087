import { expect, it } from 'vitest'
import { shortCredits } from '@doorwalk/core/paper/credits'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { fixtureMap, fixturePlan } from '../../support/worlds/plan-fixture.ts'

const PARIS = [
  '© OpenStreetMap contributors, ODbL 1.0',
  'INSEE, Filosofi, Licence Ouverte 2.0',
  'Polling-station areas: Ville de Paris, ODbL 1.0',
  'Income of the polling-station areas: INSEE, Filosofi 2021, Licence Ouverte 2.0',
  'Addresses',
]

it('names each once, OpenStreetMap with its licence', () => {
  expect(shortCredits(PARIS)).toEqual([
    '© OpenStreetMap contributors, ODbL',
    'INSEE',
    'Ville de Paris',
    'Addresses',
  ])
})

it('stands short below every map, and in full once, on the last sheet', () => {
  const plan = fixturePlan({ walks: 3, stops: 30 })
  plan.region.attribution = PARIS
  const html = planToPrintHtml(plan, fixtureMap())
  const full = PARIS.join(' · ')
  expect(html.split(full)).toHaveLength(2)
  expect(html.split('<div class="sheet">').at(-1)).toContain(full)
  const [, ...walks] = html.split('<section class="walk"')
  for (const walk of walks)
    expect(walk).toContain('<p>© OpenStreetMap contributors, ODbL · INSEE · Ville de Paris')
})

it('takes of the map of a walk that fits on one sheet, never a second sheet', () => {
  const sheets = (stops: number, attribution: string[]): number => {
    const plan = fixturePlan({ walks: 1, stops, reserves: 3 })
    plan.region.attribution = attribution
    return planToPrintHtml(plan, fixtureMap()).split('<div class="sheet">').length - 1
  }
  for (let stops = 1; stops < 25; stops++) expect(sheets(stops, PARIS)).toBe(sheets(stops, PARIS.slice(0, 1)))
})

/** Where to go, as chosen by lists, buttons and clicks on the map: precincts, a drawn area, a start. */
import type { LngLat } from '@doorwalk/core/units'
import type { PrecinctFeature } from './api/answers.ts'
import { chosen, find, findInput } from './elements.ts'
import type { Choices } from './form.ts'
import type { PageMap } from './map/map.ts'
import { createPrecinctList } from './precinct-list.ts'
import { words } from './words/words.ts'

export interface AreaChoice {
  /** Forgets all: another region is opened. */
  reset(): void
  /** Those of the region, to choose from. */
  setPrecincts(features: PrecinctFeature[]): void
  togglePrecinct(code: string): void
  /** A point on the map, for what is being set. */
  pick(at: LngLat): void
  choices(): Omit<Choices, 'region'>
  /** In the language now spoken. */
  sayAgain(): void
}

export function createAreaChoice(map: PageMap): AreaChoice {
  const precincts = createPrecinctList(map)
  let area: LngLat[] = []
  let start: LngLat | null = null
  /** What a click on the map sets. */
  let picking: 'area' | 'start' | null = null

  for (const radio of document.querySelectorAll('[name="area"]')) radio.addEventListener('click', chooseArea)
  for (const radio of document.querySelectorAll('[name="start"]')) {
    radio.addEventListener('click', chooseStart)
  }
  find('#draw-undo').addEventListener('click', () => setArea(area.slice(0, -1)))
  find('#draw-clear').addEventListener('click', () => setArea([]))

  function chooseArea(): void {
    const kind = chosen('area')
    find('#precinct-fields').hidden = kind !== 'precincts'
    find('#draw-fields').hidden = kind !== 'draw'
    precincts.show(kind === 'precincts')
    map.setArea(kind === 'draw' ? area : [])
    setPicking(kind === 'draw' ? 'area' : null)
  }

  function chooseStart(): void {
    const byPoint = chosen('start') === 'point'
    find('#start-help').hidden = !byPoint
    map.setStart(byPoint ? start : null, words().start)
    setPicking(byPoint ? 'start' : chosen('area') === 'draw' ? 'area' : null)
  }

  function setPicking(what: typeof picking): void {
    picking = what
    map.setPicking(what !== null)
  }

  function setArea(corners: LngLat[]): void {
    area = corners
    map.setArea(area)
    sayPoints()
  }

  function setStart(at: LngLat | null): void {
    start = at
    map.setStart(at, words().start)
    sayPoints()
  }

  function sayPoints(): void {
    const w = words()
    find('#draw-count').textContent = w.points(area.length)
    find('#start-help').textContent = start === null ? w.startPick : w.startSet
  }

  return {
    reset() {
      precincts.reset()
      setArea([])
      setStart(null)
    },
    setPrecincts(features) {
      const choice = findInput('[name="area"][value="precincts"]')
      choice.disabled = features.length === 0
      if (choice.disabled && choice.checked) findInput('[name="area"][value="region"]').click()
      precincts.set(features)
      chooseArea()
    },
    togglePrecinct: (code) => precincts.toggle(code),
    pick(at) {
      if (picking === 'area') setArea([...area, at])
      if (picking === 'start') setStart(at)
    },
    choices: () => ({ precincts: precincts.chosen, area, start }),
    sayAgain() {
      sayPoints()
      precincts.list()
    },
  }
}

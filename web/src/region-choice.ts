/** Which region: the list of them, and of the open one the map, precincts and fields to put first. */
import type { Schemas } from '@doorwalk/client'
import type { PrecinctFeature } from './api/answers.ts'
import { doorwalk } from './api/api.ts'
import type { AreaChoice } from './area-choice.ts'
import { find, findSelect } from './elements.ts'
import { FormError } from './form.ts'
import { type Ground, createGround } from './api/ground.ts'
import { hideKeyFields } from './key-fields.ts'
import type { PageMap } from './map/map.ts'
import { hideProblem, showProblem } from './problem-box.ts'
import { words } from './words/words.ts'

type Region = Schemas['Region']

interface RegionChoice {
  /** @throws ProblemError, and FormError when there is none */
  openAll(): Promise<void>
  /** Name of the open one. @throws FormError when none is open */
  name(): string
  /** Streets and buildings that have come into view. */
  loadGround(): Promise<void>
  /** In the language now spoken. */
  sayAgain(): void
}

interface Parts {
  map: PageMap
  areaChoice: AreaChoice
  /** A plan that is shown belongs to the region before. */
  onOpen: () => void
}

export function createRegionChoice({ map, areaChoice, onOpen }: Parts): RegionChoice {
  let regions: Region[] = []
  let region: Region | undefined
  let ground: Ground | null = null

  find('#region').addEventListener('change', () => {
    void open(findSelect('#region').value).catch(showProblem)
  })

  async function open(name: string): Promise<void> {
    region = regions.find((one) => one.name === name)
    if (region === undefined) throw new FormError(words().problem.noRegion, '#region')
    areaChoice.reset()
    onOpen()
    ground = createGround(region)
    map.show(region.bbox)
    find('#attribution').textContent = region.attribution.join(' · ')
    fillPriorities(region.priorityFields)
    await Promise.all([loadGround(), loadPrecincts(name)])
  }

  async function loadGround(): Promise<void> {
    const mine = ground
    if (mine === null) return
    const status = find('#map-status')
    status.textContent = words().mapLoading
    try {
      const { features, tooFar } = await mine.see(map.view())
      if (mine !== ground) return
      if (features !== null) map.ground.set(features)
      status.textContent = tooFar ? words().mapZoom : ''
    } catch (error) {
      status.textContent = ''
      showProblem(error)
    }
  }

  async function loadPrecincts(name: string): Promise<void> {
    const { features } = await doorwalk.GET('/v1/regions/{name}/precincts', { params: { path: { name } } })
    if (region?.name === name) areaChoice.setPrecincts(features as unknown as PrecinctFeature[])
  }

  return {
    async openAll() {
      hideProblem()
      ;({ regions } = await doorwalk.GET('/v1/regions'))
      hideKeyFields()
      find('#region').replaceChildren(...regions.map(({ name }) => new Option(name, name)))
      await open(regions[0]?.name ?? '')
    },
    name() {
      if (region === undefined) throw new FormError(words().problem.noRegion, '#region')
      return region.name
    },
    loadGround,
    sayAgain() {
      fillPriorities(region?.priorityFields ?? [])
    },
  }
}

/** Both lists of fields, keeping what is chosen where it is still there. */
function fillPriorities(fields: string[]): void {
  const w = words()
  for (const { selector, none } of [
    { selector: '#priority', none: w.priorityNone },
    { selector: '#priority-sort', none: w.code },
  ]) {
    const select = findSelect(selector)
    const earlier = select.value
    const options = fields.map((field) => new Option(field.replaceAll('_', ' '), field))
    select.replaceChildren(new Option(none, ''), ...options)
    select.value = fields.includes(earlier) ? earlier : ''
  }
}

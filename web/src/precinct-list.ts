/** The precincts of a region as a list of boxes to tick, kept in step with those chosen on the map. */
import type { PrecinctFeature } from './api/answers.ts'
import { find, findSelect, makeCheckBox } from './elements.ts'
import type { PageMap } from './map/map.ts'
import { sayNumber } from './words/words.ts'

export interface PrecinctList {
  /** Those of the region; their boxes are listed anew. */
  set(features: PrecinctFeature[]): void
  /** On the map; hidden ones stay chosen. */
  show(isShown: boolean): void
  toggle(code: string): void
  /** Codes. */
  chosen: ReadonlySet<string>
  /** Forgets all. */
  reset(): void
  /** In the order and language of now. */
  list(): void
}

export function createPrecinctList(map: PageMap): PrecinctList {
  const chosen = new Set<string>()
  let precincts: PrecinctFeature[] = []
  find('#priority-sort').addEventListener('change', list)

  function list(): void {
    const field = findSelect('#priority-sort').value
    find('#precincts').replaceChildren(
      ...sortPrecincts(precincts, field).map(({ properties }) => {
        const code = String(properties.code)
        const value = properties[field]
        const { row, box } = makeCheckBox({
          value: code,
          checked: chosen.has(code),
          texts: [code, typeof value === 'number' ? sayNumber(value) : ''],
        })
        box.addEventListener('change', () => toggle(code))
        return row
      }),
    )
  }

  function toggle(code: string): void {
    const on = !chosen.delete(code)
    if (on) chosen.add(code)
    map.precincts.choose(code, on)
    for (const box of document.querySelectorAll<HTMLInputElement>('#precincts input')) {
      if (box.value === code) box.checked = on
    }
  }

  return {
    set(features) {
      precincts = features
      list()
    },
    show(isShown) {
      map.precincts.set(isShown ? precincts : [], (code) => chosen.has(code))
    },
    toggle,
    chosen,
    reset() {
      chosen.clear()
      precincts = []
    },
    list,
  }
}

/** By code, or those first that have most of `field`. */
function sortPrecincts(precincts: PrecinctFeature[], field: string): PrecinctFeature[] {
  if (field === '') {
    return precincts.toSorted((a, b) => String(a.properties.code).localeCompare(String(b.properties.code)))
  }
  const amount = ({ properties }: PrecinctFeature): number => Number(properties[field] ?? -Infinity)
  return precincts.toSorted((a, b) => amount(b) - amount(a))
}

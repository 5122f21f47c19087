/** Several targets on one spot share a sign: a list beside it, from which one is chosen. */
import * as L from 'leaflet'
import type { Point } from './model/mercator.ts'
import type { Item } from './scene.ts'

export interface SpotList {
  /** Beside a place of the map's element, in pixels; the focus goes to the first. */
  open(items: readonly Item[], at: Point): void
  /** @returns whether it was open */
  close(): boolean
}

interface Options {
  /** A line each, as the tip tells a target. */
  say: (item: Item) => string[]
  /** What the list is, for who cannot see it. */
  name: () => string
  onChoose: (item: Item) => void
}

export function addSpotList(map: L.Map, { say, name, onChoose }: Options): SpotList {
  const element = map.getContainer()
  const list = document.createElement('ul')
  list.className = 'map-spot'
  list.hidden = true
  // What is done on it is nothing that is done on the map.
  L.DomEvent.disableClickPropagation(list)
  L.DomEvent.disableScrollPropagation(list)
  list.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key !== 'Escape') return
    close()
    element.focus()
  })
  list.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !list.contains(relatedTarget)) close()
  })
  element.append(list)
  map.on('movestart', () => close())

  function close(): boolean {
    const wasOpen = !list.hidden
    list.hidden = true
    list.replaceChildren()
    return wasOpen
  }
  function rowOf(item: Item): HTMLLIElement {
    const [row, button] = [document.createElement('li'), document.createElement('button')]
    button.type = 'button'
    button.textContent = say(item).join(' · ')
    button.addEventListener('click', (event) => {
      // The map no longer sees that it came from the list, which is empty by then.
      event.stopPropagation()
      close()
      element.focus()
      onChoose(item)
    })
    row.append(button)
    return row
  }
  return {
    close,
    open(items, at) {
      list.setAttribute('aria-label', name())
      list.replaceChildren(...items.map(rowOf))
      list.hidden = false
      const x = Math.max(0, Math.min(at.x, element.clientWidth - list.offsetWidth))
      const y = Math.max(0, Math.min(at.y, element.clientHeight - list.offsetHeight))
      list.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
      list.querySelector('button')?.focus({ preventScroll: true })
    },
  }
}

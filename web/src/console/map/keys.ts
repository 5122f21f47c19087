/** All that the pointer does, by keys, while the map has the focus. */
import { stepTarget, stepWalk } from './model/steps.ts'
import type { Drop, Item, Scene } from './scene.ts'

interface Options {
  scene: Scene
  canDrag: () => boolean
  /** Enter, with what the keys are at; null: nothing. */
  onEnter: (item: Item | null) => void
  onCursor: (item: Item) => void
  onFocus: (walk: number | null) => void
  /** While a target is moved by keys; null when that ends. */
  onCarry: (drop: Drop | null) => void
  onDrop: (item: Item, walk: number) => void
  /** @returns whether there was something to give up */
  onEscape: () => boolean
}

/** Arrows and + and − are Leaflet's: they move the map. */
export function addKeys(element: HTMLElement, options: Options): void {
  const { scene, canDrag, onEnter, onCursor, onFocus, onCarry, onDrop, onEscape } = options

  /** Where nothing is planned yet, through all that stands there. */
  function stepLoose(by: number): boolean {
    const { items } = scene.items
    const at = items.findIndex(({ id }) => id === scene.cursor?.id)
    const item = at < 0 ? items[by > 0 ? 0 : items.length - 1] : items.at((at + by) % items.length)
    if (item) onCursor(item)
    return item !== undefined
  }

  function stepBy(by: number): boolean {
    if (scene.walks.length === 0) return stepLoose(by)
    const found = stepTarget(
      scene.walks,
      { target: scene.cursor?.id ?? scene.selected, walk: scene.focus },
      by,
    )
    const item = found && scene.byId.get(found.id)
    if (item) onCursor(item)
    return item !== null && item !== undefined
  }

  function walkBy(by: number): boolean {
    const { drop } = scene
    if (drop === null) onFocus(stepWalk(scene.walks, scene.focus, by))
    else {
      const own = drop.item.target?.walk ?? null
      onCarry({ ...drop, at: null, walk: stepWalk(scene.walks, drop.walk ?? own, by, own) })
    }
    return true
  }

  function enter(): boolean {
    const { drop } = scene
    if (drop === null) onEnter(scene.cursor)
    else {
      onCarry(null)
      if (drop.walk !== null) onDrop(drop.item, drop.walk)
    }
    return true
  }

  function take(): boolean {
    const item = scene.cursor ?? (scene.selected === null ? undefined : scene.byId.get(scene.selected))
    if (!item || !canDrag()) return false
    onCarry({ item, at: null, walk: null })
    return true
  }

  const actions: Record<string, () => boolean> = {
    n: () => stepBy(1),
    p: () => stepBy(-1),
    PageDown: () => walkBy(1),
    PageUp: () => walkBy(-1),
    m: take,
    Enter: enter,
    Escape: onEscape,
  }
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey) return
    if (actions[event.key]?.() === true) event.preventDefault()
  })
}

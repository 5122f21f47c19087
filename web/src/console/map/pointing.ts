/** What is under the pointer, and a target that is dragged from one walk onto another, by mouse, pen or finger. */
import * as L from 'leaflet'
import { levelAt } from './model/level.ts'
import type { Point } from './model/mercator.ts'
import type { Drop, Item, Scene } from './scene.ts'

/** A target is hit within so much, pixels. */
const MOUSE_PIXELS = 9
const FINGER_PIXELS = 20
/** A walk is hit by its line or one of its targets within so much, pixels. */
const LINE_PIXELS = 8
const DROP_PIXELS = 40
/** Less is a click, pixels. */
const DRAG_PIXELS = 5
/** A finger that rests so long takes what is under it; one that moves before moves the map, milliseconds. */
const HOLD_MILLISECONDS = 400

interface Options {
  scene: Scene
  /** Whether targets may be dragged now. */
  canDrag: () => boolean
  onHover: (item: Item | null, at: Point) => void
  /** While it is dragged; null when that ends. */
  onDrag: (drop: Drop | null, at: Point) => void
  onDrop: (item: Item, walk: number) => void
}

export interface Pointing {
  /** Target at a place of the map's element; null: none is drawn there. */
  itemAt(at: Point, finger: boolean): Item | null
  /** Walk whose line passes there. */
  walkAt(at: Point): number | null
  /** Ends a drag without effect. */
  giveUp(): boolean
  /** Whether the click that comes now ends a drag. */
  wasDrag(): boolean
}

export function addPointing(map: L.Map, { scene, canDrag, onHover, onDrag, onDrop }: Options): Pointing {
  const element = map.getContainer()
  let pressed: { item: Item; at: Point; pointer: number; timer: number } | null = null
  let dragged = false
  let hovering = 0

  function itemAt(at: Point, finger: boolean): Item | null {
    const zoom = map.getZoom()
    const reach = (finger ? FINGER_PIXELS : MOUSE_PIXELS) / 2 ** zoom
    const all = levelAt(zoom).dot > 0
    const isDrawn = ({ target }: Item): boolean => all || target === null || target.walk === scene.focus
    const place = worldAt(map, at)
    const isPlanned = (item: Item): boolean => item.target !== null && isDrawn(item)
    // Where doors stand close together, that of the walk in focus is meant; on one spot, that of a walk.
    const own = scene.items.nearest(
      place,
      reach,
      ({ target }) => target !== null && target.walk === scene.focus,
    )
    return (
      own ?? scene.items.nearest(place, reach / 3, isPlanned) ?? scene.items.nearest(place, reach, isDrawn)
    )
  }

  function walkAt(at: Point): number | null {
    return scene.lineFinder.nearest(worldAt(map, at), LINE_PIXELS / 2 ** map.getZoom())
  }

  function dropAt(item: Item, at: Point): Drop {
    const place = worldAt(map, at)
    const reach = DROP_PIXELS / 2 ** map.getZoom()
    const own = item.target?.walk ?? null
    const beside = scene.items.nearest(place, reach, ({ target }) => target !== null && target.walk !== own)
    const walk = beside?.target?.walk ?? scene.lineFinder.nearest(place, reach, (each) => each !== own)
    const isHome = Math.hypot(place.x - item.x, place.y - item.y) < MOUSE_PIXELS / 2 ** map.getZoom()
    return { item, at: place, walk: isHome ? null : walk }
  }

  function take(): void {
    if (pressed === null || scene.drop !== null) return
    map.dragging.disable()
    element.setPointerCapture(pressed.pointer)
    element.classList.add('carrying')
    dragged = true
    onHover(null, pressed.at)
    onDrag(dropAt(pressed.item, pressed.at), pressed.at)
  }

  /** @returns whether anything was carried */
  function letGo(): boolean {
    if (pressed === null) return false
    clearTimeout(pressed.timer)
    if (element.hasPointerCapture(pressed.pointer)) element.releasePointerCapture(pressed.pointer)
    const carried = scene.drop !== null
    const { at } = pressed
    pressed = null
    map.dragging.enable()
    element.classList.remove('carrying')
    if (carried) onDrag(null, at)
    return carried
  }

  function onDown(event: PointerEvent): void {
    dragged = false
    if (!event.isPrimary) return void letGo()
    if (event.button !== 0 || !canDrag()) return
    const at = map.mouseEventToContainerPoint(event)
    const finger = event.pointerType === 'touch'
    const item = itemAt(at, finger)
    if (item === null) return
    pressed = { item, at, pointer: event.pointerId, timer: finger ? setTimeout(take, HOLD_MILLISECONDS) : 0 }
    // Leaflet hears of the press after us.
    if (!finger) map.dragging.disable()
  }

  function onMove(event: PointerEvent): void {
    const at = map.mouseEventToContainerPoint(event)
    if (pressed === null) {
      if (event.pointerType === 'touch' || event.buttons !== 0) return
      cancelAnimationFrame(hovering)
      hovering = requestAnimationFrame(() => onHover(itemAt(at, false), at))
      return
    }
    if (scene.drop !== null) {
      event.preventDefault()
      onDrag(dropAt(pressed.item, at), at)
    } else if (Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) > DRAG_PIXELS) {
      if (event.pointerType === 'touch') letGo()
      else take()
    }
  }

  function onUp(): void {
    const drop = scene.drop
    if (!letGo() || drop === null || drop.walk === null) return
    onDrop(drop.item, drop.walk)
  }

  element.addEventListener('pointerdown', onDown, { capture: true })
  element.addEventListener('pointermove', onMove)
  element.addEventListener('pointerup', onUp)
  element.addEventListener('pointercancel', () => void letGo())
  element.addEventListener('pointerleave', (event) => {
    cancelAnimationFrame(hovering)
    if (event.pointerType !== 'touch') onHover(null, { x: 0, y: 0 })
  })
  return {
    itemAt,
    walkAt,
    giveUp: letGo,
    wasDrag() {
      const was = dragged
      dragged = false
      return was
    },
  }
}

/** A place of the map's element, in pixels of the world at zoom 0. */
function worldAt(map: L.Map, { x, y }: Point): Point {
  const place = map.containerPointToLayerPoint([x, y]).add(map.getPixelOrigin())
  const scale = 2 ** map.getZoom()
  return { x: place.x / scale, y: place.y / scale }
}

/** Back again: where a place of the world stands on the map's element. */
export function containerAt(map: L.Map, { x, y }: Point): Point {
  const scale = 2 ** map.getZoom()
  return map.layerPointToContainerPoint(L.point(x * scale, y * scale).subtract(map.getPixelOrigin()))
}

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
/** Targets that stand nearer than this where one looks closest share a sign, pixels. */
const SPOT_PIXELS = 4
/** Less is a click, pixels. */
const DRAG_PIXELS = 5
/** A finger that rests so long takes what is under it; one that moves before moves the map, milliseconds. */
const HOLD_MILLISECONDS = 400
/** A target that is carried so near to an edge moves the map, by so much a frame at most, pixels. */
const EDGE_PIXELS = 36
const EDGE_STEP_PIXELS = 12
/** Of the map that lie above it, with a pointer of their own. */
const ABOVE = '.leaflet-control, .map-spot'

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
  /** The same, and all that share its sign. */
  itemsAt(at: Point, finger: boolean): Item[]
  /** Walk whose line passes there. */
  walkAt(at: Point): number | null
  /** Ends a drag without effect. */
  giveUp(): boolean
  /** Whether the click that comes now ends a drag. */
  wasDrag(): boolean
}

export function addPointing(map: L.Map, { scene, canDrag, onHover, onDrag, onDrop }: Options): Pointing {
  const element = map.getContainer()
  let pressed: { item: Item; at: Point; last: Point; pointer: number; timer: number } | null = null
  let dragged = false
  let hovering = 0
  let edging = 0

  function isDrawn({ target }: Item): boolean {
    return target === null || target.walk === scene.focus || levelAt(map.getZoom()).dot > 0
  }

  function itemAt(at: Point, finger: boolean): Item | null {
    const reach = (finger ? FINGER_PIXELS : MOUSE_PIXELS) / 2 ** map.getZoom()
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

  function itemsAt(at: Point, finger: boolean): Item[] {
    const item = itemAt(at, finger)
    if (item === null) return []
    const near = SPOT_PIXELS / 2 ** map.getMaxZoom()
    const [minX, minY, maxX, maxY] = [item.x - near, item.y - near, item.x + near, item.y + near]
    const others = scene.items.within({ minX, minY, maxX, maxY })
    return [item, ...others.filter((other) => other !== item && isDrawn(other))]
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

  /** As long as a target is held at an edge, what lies beyond comes into view. */
  function moveAtEdge(): void {
    edging = 0
    if (pressed === null || scene.drop === null) return
    const by = beyondEdge(pressed.last, map.getSize())
    if (by.x === 0 && by.y === 0) return
    map.panBy([by.x, by.y], { animate: false })
    onDrag(dropAt(pressed.item, pressed.last), pressed.last)
    edging = requestAnimationFrame(moveAtEdge)
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
    cancelAnimationFrame(edging)
    edging = 0
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
    if (event.button !== 0 || !canDrag() || (event.target as Element).closest(ABOVE) !== null) return
    const at = map.mouseEventToContainerPoint(event)
    const finger = event.pointerType === 'touch'
    const item = itemAt(at, finger)
    if (item === null) return
    const timer = finger ? setTimeout(take, HOLD_MILLISECONDS) : 0
    pressed = { item, at, last: at, pointer: event.pointerId, timer }
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
      pressed.last = at
      onDrag(dropAt(pressed.item, at), at)
      edging ||= requestAnimationFrame(moveAtEdge)
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
    itemsAt,
    walkAt,
    giveUp: letGo,
    wasDrag() {
      const was = dragged
      dragged = false
      return was
    },
  }
}

/** By how much the map is to move for a pointer at or beyond its edges: the nearer to them the faster. */
function beyondEdge(at: Point, size: Point): Point {
  const along = (place: number, length: number): number => {
    const over = Math.max(EDGE_PIXELS - place, 0) - Math.max(place - (length - EDGE_PIXELS), 0)
    return -Math.round(EDGE_STEP_PIXELS * Math.max(-1, Math.min(1, over / EDGE_PIXELS)))
  }
  return { x: along(at.x, size.x), y: along(at.y, size.y) }
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

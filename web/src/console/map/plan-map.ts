/** The map of a plan: streets and buildings of our own, walks side by side, and what one may do with them. */
import type { LngLat } from '@doorwalk/core/units'
import type { GroundFeature } from '../../api/answers.ts'
import type { View } from '../../api/ground.ts'
import {
  type PrecinctLayer,
  addDrawnArea,
  addOutline,
  addPrecincts,
  addStart,
} from '../../map/choice-layer.ts'
import { closeLeaflet, fromLatLng, nameZoomButtons, openLeaflet } from '../../map/leaflet.ts'
import { type Framing, frameOf } from './framing.ts'
import { addGroundTiles } from './ground-tiles.ts'
import { addKeys } from './keys.ts'
import type { Point } from './model/mercator.ts'
import type { LooseTarget, MapWalk, TargetState, WalkState } from './model/plan.ts'
import { THEMES, type ThemeName } from './model/theme.ts'
import { namesRoom } from './names-room.ts'
import { type Numbers, paintFocus } from './paint-focus.ts'
import { paintPlan } from './paint-plan.ts'
import { addPointing, containerAt } from './pointing.ts'
import {
  type Cell,
  type Drop,
  type Item,
  type Outline,
  emptyScene,
  outlineRings,
  ringsOf,
  setWalks,
} from './scene.ts'
import { addSpotList } from './spot-list.ts'
import { addStreetLabels } from './street-labels.ts'
import { addSurface } from './surface.ts'
import { addTip } from './tip.ts'
import type { MapWords } from './words.ts'

/** Above precincts and drawn areas, which lie at 400; names of streets lie at 450. */
const PANES = { plan: 420, focus: 460 }

/**
 * What a click does: `look` selects and drags targets and focuses walks, `keys` chooses key buildings, `point` a place,
 * `precincts` a precinct.
 */
export type MapMode = 'look' | 'keys' | 'point' | 'precincts'

export interface PlanMapHandlers {
  words: MapWords
  /** A target was chosen; null: the ground was. */
  onSelect(target: string | null): void
  /** Another walk came into focus, by its line or by keys; null: all. */
  onFocus(walk: number | null): void
  /** A target was dropped on another walk. */
  onMove(target: string, walk: number): void
  /** Chosen as key building, or no longer. */
  onKey(target: string): void
  /** A place, by click, or by Enter at the middle of the map. */
  onPoint(at: LngLat): void
  onPrecinct(code: string): void
  /** Another part of the world is in view: its ground may have to be loaded. */
  onView(view: View): void
}

export interface PlanMap extends Omit<Framing, 'bringIntoView'> {
  setGround(features: readonly GroundFeature[]): void
  /** Walks, and targets on none; the same array of walks again keeps what was computed of it. */
  setPlan(walks: readonly MapWalk[], loose?: readonly LooseTarget[]): void
  /** Draws one walk above the others, which are pale; null: all alike. */
  setFocus(walk: number | null): void
  /** Rings a target, and brings it into view; null: none. */
  setSelected(target: string | null): void
  /** Draws walks in the colour of their state, in place of their own; null: their own. */
  setWalkStates(states: ReadonlyMap<number, WalkState> | null): void
  setTargetStates(states: ReadonlyMap<string, TargetState>): void
  setOutlines(outlines: readonly Outline[]): void
  setCells(cells: readonly Cell[]): void
  precincts: PrecinctLayer
  /** Corners of an area that is being drawn; none to clear. */
  setDrawnArea(corners: LngLat[]): void
  /** Of an area, as coordinates of a MultiPolygon; none to clear. */
  setOutline(shapes: readonly LngLat[][][]): void
  setStart(at: LngLat | null, name: string): void
  setMode(mode: MapMode): void
  /** Whether targets may be moved to another walk. */
  setEditable(on: boolean): void
  setTheme(theme: ThemeName): void
  setWords(words: MapWords): void
  /** Removes it from the element. */
  close(): void
}

export function createPlanMap(element: HTMLElement, handlers: PlanMapHandlers): PlanMap {
  element.classList.add('plan-map')
  const map = openLeaflet(element, { fadeAnimation: false, doubleClickZoom: false, boxZoom: false })
  for (const [name, zIndex] of Object.entries(PANES)) {
    const pane = map.createPane(name)
    pane.style.zIndex = String(zIndex)
    pane.style.pointerEvents = 'none'
  }
  const scene = emptyScene()
  const framing = frameOf(map, scene)
  let mode: MapMode = 'look'
  let editable = false
  let words = handlers.words
  let numbers: Numbers | null = null

  // In this order they lie above each other.
  const ground = addGroundTiles(map, scene.theme)
  const precincts = addPrecincts(map, (code) => {
    if (mode === 'precincts') handlers.onPrecinct(code)
  })
  const setOutline = addOutline(map)
  const setDrawnArea = addDrawnArea(map)
  const plan = addSurface(map, { pane: 'plan', paint: (frame) => paintPlan(scene, frame) })
  const names = addStreetLabels(map, {
    theme: () => scene.theme,
    room: (seen) => namesRoom(scene, seen, numbers),
  })
  const focus = addSurface(map, {
    pane: 'focus',
    paint(frame) {
      numbers = paintFocus(scene, frame, numbers)
    },
  })
  const setStart = addStart(map)
  const tip = addTip(element)
  const spot = addSpotList(map, { say, name: () => words.spot, onChoose: choose })

  function redraw(): void {
    plan.redraw()
    focus.redraw()
  }
  function say(item: Item): string[] {
    return words.target(item.target ?? item.loose)
  }
  function choose(item: Item | null): void {
    if (item !== null && mode === 'keys') handlers.onKey(item.id)
    else handlers.onSelect(item?.id ?? null)
  }
  function focusOn(walk: number | null): void {
    if (walk !== null) tip.announce(words.walk(walk))
    handlers.onFocus(walk)
  }
  function carry(drop: Drop | null, at: Point): void {
    const changed = drop?.walk !== scene.drop?.walk || drop?.item !== scene.drop?.item
    scene.drop = drop
    const text = drop === null ? null : drop.walk === null ? words.dropNowhere : words.dropOn(drop.walk)
    tip.show(text === null ? null : [text], at)
    if (text !== null && changed) tip.announce(text)
    focus.redraw()
  }
  const canDrag = (): boolean => editable && mode === 'look'

  const pointing = addPointing(map, {
    scene,
    canDrag,
    onHover(item, at) {
      if (scene.drop !== null) return
      tip.show(item && say(item), at)
      element.classList.toggle('pointing', item !== null)
      element.classList.toggle('takeable', item !== null && canDrag())
      if (scene.hovered === item) return
      scene.hovered = item
      focus.redraw()
    },
    onDrag: carry,
    onDrop: (item, walk) => handlers.onMove(item.id, walk),
  })
  map.on('click', ({ containerPoint, latlng, originalEvent }) => {
    if (pointing.wasDrag() || mode === 'precincts') return
    if (mode === 'point') return handlers.onPoint(fromLatLng(latlng))
    const items = pointing.itemsAt(containerPoint, (originalEvent as PointerEvent).pointerType === 'touch')
    const wasOpen = spot.close()
    if (items.length > 1) {
      tip.show(null)
      return wasOpen ? undefined : spot.open(items, containerPoint)
    }
    const item = items[0] ?? null
    const walk = item === null && mode === 'look' ? pointing.walkAt(containerPoint) : null
    if (walk !== null) focusOn(walk)
    else choose(item)
  })
  addKeys(element, {
    scene,
    canDrag,
    onEnter(item) {
      if (mode === 'point') handlers.onPoint(fromLatLng(map.getCenter()))
      else if (item !== null) choose(item)
    },
    onCursor(item) {
      scene.cursor = item
      framing.bringIntoView(item)
      tip.show(say(item), containerAt(map, item))
      tip.announce(say(item).join(', '))
      focus.redraw()
    },
    onFocus: focusOn,
    onCarry(drop) {
      carry(drop, containerAt(map, drop?.item ?? { x: 0, y: 0 }))
      if (drop !== null && drop.walk === null) tip.announce(words.taken)
    },
    onDrop: (item, walk) => handlers.onMove(item.id, walk),
    onEscape() {
      const carried = scene.drop !== null
      if (!pointing.giveUp()) carry(null, { x: 0, y: 0 })
      if (carried) tip.announce(words.kept)
      else if (scene.cursor === null && scene.focus === null) return false
      else if (scene.cursor === null) handlers.onFocus(null)
      if (!carried) scene.cursor = null
      focus.redraw()
      return true
    },
  })
  element.addEventListener('blur', () => {
    if (scene.cursor !== null) tip.show(null)
  })

  function speak(next: MapWords): void {
    words = next
    element.setAttribute('role', 'application')
    element.setAttribute('aria-label', `${next.name}. ${next.keys}`)
    nameZoomButtons(element, next)
  }
  function setTheme(name: ThemeName): void {
    scene.themeName = name
    scene.theme = THEMES[name]
    numbers = null
    element.classList.toggle('dark', name === 'dark')
    ground.setTheme(scene.theme)
    plan.draw()
    names.draw()
    focus.draw()
  }

  const resized = new ResizeObserver(() => map.invalidateSize({ pan: false }))
  resized.observe(element)
  map.on('moveend', () => handlers.onView(framing.view()))
  map.on('movestart', () => tip.show(null))
  speak(words)

  return {
    ...framing,
    setGround(features) {
      ground.set(features)
      names.set(features)
    },
    setPlan(walks, loose = []) {
      setWalks(scene, walks, loose)
      numbers = null
      redraw()
      names.place()
    },
    setFocus(walk) {
      if (scene.focus === walk) return
      scene.focus = walk
      numbers = null
      redraw()
      names.place()
    },
    setSelected(target) {
      scene.selected = target
      const item = target === null ? undefined : scene.byId.get(target)
      if (item) framing.bringIntoView(item)
      focus.redraw()
    },
    setWalkStates(states) {
      scene.walkStates = states
      redraw()
    },
    setTargetStates(states) {
      scene.targetStates = states
      redraw()
    },
    setOutlines(outlines) {
      scene.outlines = outlines.flatMap(outlineRings)
      plan.redraw()
    },
    setCells(cells) {
      scene.cells = cells.flatMap((cell) => ringsOf(cell, [cell.ring]))
      plan.redraw()
    },
    precincts,
    setDrawnArea,
    setOutline,
    setStart,
    setMode(next) {
      mode = next
      element.classList.toggle('picking', next === 'point')
      element.classList.toggle('choosing', next === 'keys')
    },
    setEditable(on) {
      editable = on
    },
    setTheme,
    setWords: speak,
    close() {
      resized.disconnect()
      closeLeaflet(map)
    },
  }
}

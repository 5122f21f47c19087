/** Paints the walk in focus with its arrows and numbers, and what is selected, pointed at or being moved. */
import type { Point as ScreenPoint } from '@doorwalk/core/paper/map-frame'
import { type Marker, spreadMarkers } from '@doorwalk/core/paper/map-markers'
import { shareNumbers } from '@doorwalk/core/paper/map-runs'
import { walkLook } from '@doorwalk/core/walk/palette'
import { arrowsAlong } from './model/arrows.ts'
import { levelAt } from './model/level.ts'
import { type Point, worldOf } from './model/mercator.ts'
import { type Item, type Scene, colourOf } from './scene.ts'
import { badgeHalf, drawBadge, paintArrows, traceDot, traceSign } from './signs.ts'
import type { Frame } from './surface.ts'

const ARROW_EVERY_PIXELS = 90
/** About a metre: doors this close share a number. */
const SAME_DEGREES = 1e-5
/** A number this far from its door gets a line to it, pixels. */
const LEADER_PIXELS = 12
const RING_PIXELS = 9

/** Numbers of the walk in focus, spread once for a walk and zoom; in pixels from the walk's first target. */
export interface Numbers {
  key: string
  origin: Point
  marks: { text: string; isKey: boolean; at: ScreenPoint; anchor: ScreenPoint }[]
}

/** @returns the numbers, for the next time */
export function paintFocus(scene: Scene, frame: Frame, before: Numbers | null): Numbers | null {
  frame.context.lineJoin = 'round'
  frame.context.lineCap = 'round'
  if (scene.drop !== null && scene.drop.walk !== null) paintDropWalk(scene, frame, scene.drop.walk)
  const numbers = scene.focus === null ? null : paintOwn(scene, frame, { walk: scene.focus, before })
  paintRings(scene, frame)
  if (scene.drop !== null) paintDrop(scene, frame)
  return numbers
}

function paintOwn(
  scene: Scene,
  frame: Frame,
  { walk, before }: { walk: number; before: Numbers | null },
): Numbers | null {
  const { context, zoom } = frame
  const level = levelAt(zoom)
  const targets = scene.walks.find(({ number }) => number === walk)?.targets ?? []
  paintLine(scene, frame, { walk, width: level.line + 1.4, arrows: true })
  const places = targets.flatMap(({ id }) => scene.byId.get(id) ?? [])
  const dots = new Path2D()
  for (const item of places) traceDot(dots, { ...onFrame(item, frame), radius: level.ownDot })
  context.fillStyle = colourOf(scene, walk)
  context.strokeStyle = scene.theme.halo
  context.lineWidth = 1.5
  context.fill(dots)
  context.stroke(dots)
  const numbers = level.numbers ? numbersFor(scene, { walk, zoom, before }) : null
  if (numbers !== null) paintNumbers(scene, frame, numbers)
  const start = scene.walks.find(({ number }) => number === walk)?.start
  if (start) {
    const { ink, paper, halo } = scene.theme
    drawBadge(context, { ...onFrame(worldOf(start), frame), text: '★', fill: ink, ink: paper, edge: halo })
  }
  return numbers
}

function paintLine(
  scene: Scene,
  frame: Frame,
  { walk, width, arrows }: { walk: number; width: number; arrows: boolean },
): void {
  const { context, zoom, box, scale } = frame
  const { lines, theme } = scene
  if (!lines.boxes.some((each) => each.walk === walk)) return
  const { path, points } = lines.focused(walk, zoom)
  context.save()
  context.translate((lines.origin.x - box.minX) * scale, (lines.origin.y - box.minY) * scale)
  context.strokeStyle = theme.halo
  context.lineWidth = width + 3
  context.stroke(path)
  context.strokeStyle = colourOf({ ...scene, focus: walk }, walk)
  context.lineWidth = width
  context.setLineDash(walkLook(walk).dash.map((length) => length * width))
  context.stroke(path)
  context.setLineDash([])
  if (arrows)
    paintArrows(context, arrowsAlong(points, ARROW_EVERY_PIXELS), {
      size: width,
      fill: theme.ink,
      edge: theme.halo,
    })
  context.restore()
}

function numbersFor(
  scene: Scene,
  { walk, zoom, before }: { walk: number; zoom: number; before: Numbers | null },
): Numbers {
  const key = `${walk} ${zoom} ${scene.themeName}`
  if (before?.key === key) return before
  const targets = scene.walks.find(({ number }) => number === walk)?.targets ?? []
  const origin = worldOf(targets[0]?.at ?? [0, 0])
  const scale = 2 ** zoom
  const numbered = targets.map(({ stop, label, key: isKey, at }) => {
    return { number: stop, text: label, key: isKey, door: [at[0], at[1]] as ScreenPoint }
  })
  const runs = shareNumbers(numbered, SAME_DEGREES)
  const markers = runs.map(({ text, members }): Marker => {
    const { x, y } = worldOf(members[0].door)
    const [px, py] = [(x - origin.x) * scale, (y - origin.y) * scale]
    return { text, anchor: [px, py], at: [px, py], half: badgeHalf(text) }
  })
  // A map can be moved: numbers beside what is in view count, too.
  spreadMarkers(markers, { gap: 1, inside: null })
  const marks = markers.map(({ text, anchor, at }, index) => ({ text, isKey: runs[index]!.key, at, anchor }))
  return { key, origin, marks }
}

function paintNumbers({ theme }: Scene, frame: Frame, { origin, marks }: Numbers): void {
  const { context } = frame
  const corner = onFrame(origin, frame)
  context.strokeStyle = theme.ink
  context.lineWidth = 1
  for (const { at, anchor } of marks) {
    if (Math.hypot(at[0] - anchor[0], at[1] - anchor[1]) < LEADER_PIXELS) continue
    context.beginPath()
    context.moveTo(corner.x + anchor[0], corner.y + anchor[1])
    context.lineTo(corner.x + at[0], corner.y + at[1])
    context.stroke()
  }
  for (const { text, isKey, at } of marks) {
    const place = { x: corner.x + at[0], y: corner.y + at[1], edge: theme.ink }
    if (isKey) drawBadge(context, { ...place, text, fill: theme.ink, ink: theme.paper })
    else drawBadge(context, { ...place, text, fill: theme.paper, ink: theme.ink })
  }
}

/** Around what is selected, where the keys are, and what is pointed at. */
function paintRings({ selected, cursor, hovered, byId, theme }: Scene, frame: Frame): void {
  const chosen = selected === null ? undefined : byId.get(selected)
  if (hovered !== null) ring(frame, hovered, { colour: theme.ink, width: 2, dash: [] })
  if (cursor !== null) ring(frame, cursor, { colour: theme.chosen, width: 3, dash: [5, 3] })
  if (chosen !== undefined) ring(frame, chosen, { colour: theme.chosen, width: 3.5, dash: [] })
}

function ring(
  frame: Frame,
  item: Item,
  { colour, width, dash }: { colour: string; width: number; dash: number[] },
): void {
  const { context } = frame
  const path = new Path2D()
  traceSign(path, 'ring', { ...onFrame(item, frame), radius: RING_PIXELS + width })
  context.strokeStyle = colour
  context.lineWidth = width
  context.setLineDash(dash)
  context.stroke(path)
  context.setLineDash([])
}

/** The walk on which one would drop, as if it were in focus, without its numbers. */
function paintDropWalk(scene: Scene, frame: Frame, walk: number): void {
  paintLine(scene, frame, { walk, width: levelAt(frame.zoom).line + 3, arrows: false })
  const dots = new Path2D()
  for (const { id } of scene.walks.find(({ number }) => number === walk)?.targets ?? []) {
    const item = scene.byId.get(id)
    if (item) traceDot(dots, { ...onFrame(item, frame), radius: 5 })
  }
  const { context } = frame
  context.fillStyle = colourOf({ ...scene, focus: walk }, walk)
  context.strokeStyle = scene.theme.halo
  context.lineWidth = 1.5
  context.fill(dots)
  context.stroke(dots)
}

/** From where it stands to the pointer, or to the walk that is chosen by keys. */
function paintDrop({ drop, walks, theme }: Scene, frame: Frame): void {
  if (drop === null) return
  const { context } = frame
  const from = onFrame(drop.item, frame)
  const targets = walks.find(({ number }) => number === drop.walk)?.targets ?? []
  const nearest = nearestTo(
    drop.at ?? drop.item,
    targets.map(({ at }) => worldOf(at)),
  )
  const to = drop.at ?? nearest ?? drop.item
  const { x, y } = onFrame(to, frame)
  context.strokeStyle = theme.chosen
  context.lineWidth = 2.5
  context.setLineDash([6, 4])
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(x, y)
  context.stroke()
  context.setLineDash([])
  const dot = new Path2D()
  traceDot(dot, { x, y, radius: 8 })
  context.fillStyle = drop.walk === null ? theme.paper : theme.chosen
  context.fill(dot)
  context.stroke(dot)
}

function nearestTo({ x, y }: Point, places: readonly Point[]): Point | null {
  let best: Point | null = null
  for (const place of places) {
    if (best === null || Math.hypot(place.x - x, place.y - y) < Math.hypot(best.x - x, best.y - y))
      best = place
  }
  return best
}

function onFrame({ x, y }: Point, { box, scale }: Frame): Point {
  return { x: (x - box.minX) * scale, y: (y - box.minY) * scale }
}

/** Paints what lies below the walk in focus: cells, outlines, all walks, all targets. */
import { walkLook } from '@doorwalk/core/walk/palette'
import { arrowsAlong } from './model/arrows.ts'
import { type Level, levelAt } from './model/level.ts'
import { LOOSE_SIGN_PIXELS, SIGNS, type Sign } from './model/reasons.ts'
import { mix } from './model/theme.ts'
import { type Cell, type Item, type Outline, type Scene, colourOf, overlaps } from './scene.ts'
import { paintArrows } from './signs.ts'
import { stampOf } from './sprites.ts'
import type { Frame } from './surface.ts'
import { paintBadges } from './walk-badges.ts'

/** Coverage is told in so many shades. */
const SHADES = 10
/** Of each walk, where one looks closely and none is in focus. */
const ARROW_EVERY_PIXELS = 160
const CELL_OPACITY = 0.72
const OUTLINE_DASHES: Record<Outline['kind'], number[]> = { area: [], reach: [8, 5], 'hold-out': [2, 4] }

export function paintPlan(scene: Scene, frame: Frame): void {
  const level = levelAt(frame.zoom)
  frame.context.lineJoin = 'round'
  frame.context.lineCap = 'round'
  paintCells(scene, frame)
  paintOutlines(scene, frame)
  paintLines(scene, frame, level)
  const seen = scene.items.within(frame.box)
  paintTargets(scene, frame, { level, seen })
  paintLoose(scene, frame, { level, seen })
  if (scene.focus === null) paintBadges(scene, frame)
}

function paintCells({ cells, theme }: Scene, { context, box, scale }: Frame): void {
  const shades = new Map<number, Path2D>()
  const unknown = new Path2D()
  for (const cell of cells) {
    if (!overlaps(cell.box, box)) continue
    const shade = shadeOf(cell.of)
    const path = shade === null ? unknown : (shades.get(shade) ?? new Path2D())
    if (shade !== null) shades.set(shade, path)
    traceRings(path, cell.rings, { box, scale })
  }
  context.globalAlpha = CELL_OPACITY
  for (const [shade, path] of shades) {
    context.fillStyle = mix(theme.cells[0], theme.cells[1], shade / SHADES)
    context.fill(path)
  }
  context.globalAlpha = 1
  context.strokeStyle = theme.loose
  context.lineWidth = 0.6
  for (const path of shades.values()) context.stroke(path)
  context.setLineDash([2, 3])
  context.stroke(unknown)
  context.setLineDash([])
}

function shadeOf({ value }: Cell): number | null {
  return value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * SHADES)
}

function paintOutlines({ outlines, theme }: Scene, { context, box, scale }: Frame): void {
  for (const { of, rings, box: around } of outlines) {
    if (!overlaps(around, box)) continue
    const path = new Path2D()
    traceRings(path, rings, { box, scale })
    context.fillStyle = theme.outline
    context.globalAlpha = of.kind === 'hold-out' ? 0.16 : 0.05
    context.fill(path, 'evenodd')
    context.globalAlpha = 1
    context.strokeStyle = theme.outline
    context.lineWidth = 2
    context.setLineDash(OUTLINE_DASHES[of.kind])
    context.stroke(path)
    context.setLineDash([])
  }
}

function traceRings(
  path: Path2D,
  rings: readonly Float64Array[],
  { box, scale }: Pick<Frame, 'box' | 'scale'>,
): void {
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const [x, y] = [(ring[at]! - box.minX) * scale, (ring[at + 1]! - box.minY) * scale]
      if (at === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    path.closePath()
  }
}

function paintLines(scene: Scene, { context, zoom, box, scale }: Frame, level: Level): void {
  const { lines, focus, theme } = scene
  const seen = lines.boxes.filter(({ walk, box: around }) => walk !== focus && overlaps(around, box))
  const drawn = seen.map(({ walk }) => lines.at(walk, zoom))
  context.save()
  context.translate((lines.origin.x - box.minX) * scale, (lines.origin.y - box.minY) * scale)
  if (focus === null && level.edges) {
    context.strokeStyle = theme.halo
    context.lineWidth = level.line + 2
    for (const { path } of drawn) context.stroke(path)
  }
  context.lineWidth = level.line
  for (const { walk, path } of drawn) {
    context.strokeStyle = colourOf(scene, walk)
    if (focus === null && scene.walkStates === null)
      context.setLineDash(walkLook(walk).dash.map((length) => length * level.line))
    context.stroke(path)
  }
  context.setLineDash([])
  if (focus === null && level.allArrows) {
    const arrows = drawn.flatMap(({ points }) => arrowsAlong(points, ARROW_EVERY_PIXELS))
    paintArrows(context, arrows, { size: level.line + 1, fill: theme.ink, edge: theme.halo })
  }
  context.restore()
}

/** Where more targets than this are in view, nobody tells their signs apart, and drawing them would stop the map. */
const MOST_SIGNS = 2000
const CROWDED_PIXELS = 2

function crowded(radius: number, targets: number): number {
  return targets > MOST_SIGNS ? Math.min(radius, CROWDED_PIXELS) : radius
}

interface Seen {
  level: Level
  seen: readonly Item[]
}

/** Those of walks, but for the walk in focus. */
function paintTargets(scene: Scene, { context, box, scale }: Frame, { level, seen }: Seen): void {
  if (level.dot === 0) return
  const { focus, theme, targetStates } = scene
  const radius = crowded(focus === null ? level.dot : level.dot * 0.8, seen.length)
  const look = { radius, halo: theme.halo }
  const faint = (colour: string): string => (focus === null ? colour : mix(colour, theme.ground, 0.5))
  const dots = new Map<string, number[]>()
  const [ticks, stars]: [number[], number[]] = [[], []]
  for (const { x, y, id, target } of seen) {
    if (target === null || target.walk === focus) continue
    const colour = colourOf(scene, target.walk)
    const own = dots.get(colour) ?? []
    dots.set(colour, own)
    const places = targetStates.get(id) === 'done' ? ticks : target.key && radius > 1 ? stars : own
    places.push((x - box.minX) * scale, (y - box.minY) * scale)
  }
  for (const [colour, places] of dots) stampOf(context, { ...look, sign: 'dot', colour })(places)
  stampOf(context, { ...look, sign: 'tick', colour: faint(theme.states.finished) })(ticks)
  stampOf(context, { ...look, sign: 'star', radius: radius + 1, colour: faint(theme.ink) })(stars)
}

function paintLoose({ theme }: Scene, { context, box, scale }: Frame, { level, seen }: Seen): void {
  const wanted = Math.max(LOOSE_SIGN_PIXELS[0], Math.min(LOOSE_SIGN_PIXELS[1], level.dot + 1))
  const radius = crowded(wanted, seen.length)
  const signs = new Map<Sign, number[]>()
  for (const { x, y, loose, kind } of seen) {
    if (loose === null) continue
    const sign = loose.key ? 'star' : SIGNS[kind]
    const places = signs.get(sign) ?? []
    signs.set(sign, places)
    places.push((x - box.minX) * scale, (y - box.minY) * scale)
  }
  const { loose: colour, halo } = theme
  for (const [sign, places] of signs) stampOf(context, { sign, radius, colour, halo })(places)
}

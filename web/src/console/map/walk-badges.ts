/** Numbers of walks, where there is room for them, and the starts. */
import { worldOf } from './model/mercator.ts'
import { contrast } from './model/theme.ts'
import { type Scene, colourOf, overlaps } from './scene.ts'
import { badgeHalf, drawBadge } from './signs.ts'
import type { Frame } from './surface.ts'

/** From here on, walks bear their numbers. */
const FROM_ZOOM = 14
/** Words for the eye: what a walk's state adds to its number. */
const MARKS = { waiting: '', started: ' ▸', late: ' !', finished: ' ✓', ended: ' –' } as const

export function paintBadges(scene: Scene, frame: Frame): void {
  const { context, zoom, box, scale } = frame
  if (zoom < FROM_ZOOM) return
  const taken: { x: number; y: number; width: number; height: number }[] = []
  for (const { number, targets } of scene.walks) {
    const middle = targets[Math.floor(targets.length / 2)]
    if (middle === undefined) continue
    const at = worldOf(middle.at)
    if (!overlaps({ minX: at.x, maxX: at.x, minY: at.y, maxY: at.y }, box)) continue
    const state = scene.walkStates?.get(number)
    const text = `${number}${state === undefined ? '' : MARKS[state]}`
    const place = { x: (at.x - box.minX) * scale, y: (at.y - box.minY) * scale, ...badgeHalf(text) }
    const isTaken = taken.some(
      (other) =>
        Math.abs(other.x - place.x) < other.width + place.width &&
        Math.abs(other.y - place.y) < other.height + place.height,
    )
    if (isTaken) continue
    taken.push(place)
    const fill = colourOf(scene, number)
    drawBadge(context, { ...place, text, fill, ink: inkOn(fill), edge: scene.theme.halo })
  }
  paintStarts(scene, frame)
}

/** Black or white, whichever can be read better. */
function inkOn(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000'
}

/** Each place once, where many start together. */
function paintStarts({ walks, theme }: Scene, { context, box, scale }: Frame): void {
  const places = new Map(
    walks.flatMap(({ start }) => (start === null ? [] : [[start.join(), start] as const])),
  )
  for (const start of places.values()) {
    const at = worldOf(start)
    const place = { x: (at.x - box.minX) * scale, y: (at.y - box.minY) * scale }
    drawBadge(context, { ...place, text: '★', fill: theme.ink, ink: theme.paper, edge: theme.halo })
  }
}

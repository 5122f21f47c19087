/** Signs of targets: dots, stars, ticks and the like, told apart without colour. */
import type { Arrow } from './model/arrows.ts'
import type { Sign } from './model/reasons.ts'

const STAR_POINTS = 5
/** Inner ÷ outer radius of a star. */
const STAR_WAIST = 0.45

/** Adds the sign to what is being traced; filled for stars, else stroked. */
export function traceSign(
  path: Path2D,
  sign: Sign,
  { x, y, radius: r }: { x: number; y: number; radius: number },
): void {
  switch (sign) {
    case 'ring':
      path.moveTo(x + r, y)
      path.arc(x, y, r, 0, 2 * Math.PI)
      return
    case 'star':
      traceStar(path, { x, y, radius: r * 1.4 })
      return
    case 'tick':
      path.moveTo(x - r, y)
      path.lineTo(x - r * 0.3, y + r * 0.8)
      path.lineTo(x + r, y - r * 0.8)
      return
    case 'square':
      path.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8)
      return
    case 'cross':
      path.moveTo(x - r, y - r)
      path.lineTo(x + r, y + r)
      path.moveTo(x + r, y - r)
      path.lineTo(x - r, y + r)
      return
    case 'plus':
      path.moveTo(x - r * 1.2, y)
      path.lineTo(x + r * 1.2, y)
      path.moveTo(x, y - r * 1.2)
      path.lineTo(x, y + r * 1.2)
  }
}

export function traceDot(path: Path2D, { x, y, radius }: { x: number; y: number; radius: number }): void {
  // Too small to be told from a square, which costs a tenth.
  if (radius < 2) path.rect(x - radius, y - radius, 2 * radius, 2 * radius)
  else {
    path.moveTo(x + radius, y)
    path.arc(x, y, radius, 0, 2 * Math.PI)
  }
}

function traceStar(path: Path2D, { x, y, radius }: { x: number; y: number; radius: number }): void {
  for (let at = 0; at < 2 * STAR_POINTS; at++) {
    const angle = (at * Math.PI) / STAR_POINTS - Math.PI / 2
    const reach = at % 2 === 0 ? radius : radius * STAR_WAIST
    const [px, py] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    if (at === 0) path.moveTo(px, py)
    else path.lineTo(px, py)
  }
  path.closePath()
}

interface Badge {
  x: number
  y: number
  text: string
  fill: string
  ink: string
  edge: string
}

const BADGE_HEIGHT = 18
const BADGE_FONT = '700 11px system-ui, sans-serif'
const LETTER_WIDTH = 7
const PADDING = 8

/** Half of what a badge takes, pixels. */
export function badgeHalf(text: string): { width: number; height: number } {
  return {
    width: Math.max(BADGE_HEIGHT, text.length * LETTER_WIDTH + PADDING) / 2 + 1,
    height: BADGE_HEIGHT / 2 + 1,
  }
}

/** A short text in a box with round ends. */
export function drawBadge(context: CanvasRenderingContext2D, { x, y, text, fill, ink, edge }: Badge): void {
  const { width, height } = badgeHalf(text)
  context.beginPath()
  context.roundRect(x - width + 1, y - height + 1, 2 * width - 2, 2 * height - 2, height - 1)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = edge
  context.lineWidth = 1.5
  context.stroke()
  context.font = BADGE_FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = ink
  context.fillText(text, x, y + 0.5)
}

export function paintArrows(
  context: CanvasRenderingContext2D,
  arrows: readonly Arrow[],
  { size, fill, edge }: { size: number; fill: string; edge: string },
): void {
  const path = new Path2D()
  for (const { x, y, angle } of arrows) {
    const [dx, dy] = [Math.cos(angle) * size, Math.sin(angle) * size]
    path.moveTo(x + dx, y + dy)
    path.lineTo(x - dx * 0.7 - dy * 0.8, y - dy * 0.7 + dx * 0.8)
    path.lineTo(x - dx * 0.7 + dy * 0.8, y - dy * 0.7 - dx * 0.8)
    path.closePath()
  }
  context.strokeStyle = edge
  context.lineWidth = 1.5
  context.stroke(path)
  context.fillStyle = fill
  context.fill(path)
}

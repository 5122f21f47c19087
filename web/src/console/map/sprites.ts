/** Signs as small pictures: thousands of them are copied, where tracing each would stop the map for a moment. */
import type { Sign } from './model/reasons.ts'
import { traceDot, traceSign } from './signs.ts'

/** Signs smaller than this could not be told apart, and are squares, which cost least; pixels. */
const LEAST_PIXELS = 2.5
const HALO_PIXELS = 1.5

export interface Look {
  sign: Sign | 'dot'
  /** Radius, pixels. */
  radius: number
  colour: string
  halo: string
}

/** Puts signs on the canvas, their middles at x and y in turns. */
export type Stamp = (places: readonly number[]) => void

interface Picture {
  bitmap: ImageBitmap
  /** Pixels of the page. */
  size: number
}

const drawn = new Map<string, Picture>()

export function stampOf(context: CanvasRenderingContext2D, look: Look): Stamp {
  const { radius, colour, sign } = look
  if (radius < LEAST_PIXELS && sign !== 'star') {
    return (places) => {
      context.fillStyle = colour
      for (let at = 0; at < places.length; at += 2)
        context.fillRect(places[at]! - radius, places[at + 1]! - radius, 2 * radius, 2 * radius)
    }
  }
  const ratio = context.getTransform().a
  const { bitmap, size } = pictureOf(look, ratio)
  // On whole pixels, so that it is copied as it is.
  const whole = (value: number): number => Math.round((value - size / 2) * ratio) / ratio
  return (places) => {
    for (let at = 0; at < places.length; at += 2)
      context.drawImage(bitmap, whole(places[at]!), whole(places[at + 1]!), size, size)
  }
}

function pictureOf(look: Look, ratio: number): Picture {
  const { sign, radius, colour, halo } = look
  const key = [sign, radius, colour, halo, ratio].join(' ')
  const known = drawn.get(key)
  if (known !== undefined) return known
  const side = Math.ceil((2 * (radius * 1.5 + HALO_PIXELS) + 2) * ratio)
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  const size = side / ratio
  const place = { x: size / 2, y: size / 2, radius }
  const path = new Path2D()
  if (sign === 'dot') traceDot(path, place)
  else traceSign(path, sign, place)
  const isFilled = sign === 'dot' || sign === 'star'
  context.strokeStyle = halo
  context.lineWidth = isFilled ? 2 * HALO_PIXELS : 1.4 + 2 * HALO_PIXELS
  context.stroke(path)
  context.fillStyle = context.strokeStyle = colour
  context.lineWidth = 1.4
  if (isFilled) context.fill(path)
  else context.stroke(path)
  const picture = { bitmap: canvas.transferToImageBitmap(), size }
  drawn.set(key, picture)
  return picture
}

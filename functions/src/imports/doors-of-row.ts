/** Doors that a list tells of an address: whether they can be right, and how its targets share them. */
import type { TargetOverride } from '@doorwalk/core/request/request'

/** At one address; one in ten thousand has more. */
export const MANY_DOORS = 300
const SLIP_TIMES = 10
/** Times that an estimate of the map is hardly off, and doors from which on that matters. */
const FAR_TIMES = 5
const FAR_DOORS = 30

export function doorsOf(targets: readonly { doors: number }[]): number {
  return targets.reduce((sum, { doors }) => sum + doors, 0)
}

/** Estimates are off by a factor of two or three; a digit too many, or two numbers run together, by ten. */
export function isSlip(doors: number, known: number): boolean {
  return doors >= MANY_DOORS && doors >= SLIP_TIMES * known
}

/** Taken, but told: somebody should look. */
export function isFar(doors: number, known: number): boolean {
  const [less, more] = doors < known ? [doors, known] : [known, doors]
  return more - less >= FAR_DOORS && more >= FAR_TIMES * less
}

/** Doors of an address, shared out among its targets as the region counts them. */
export function sharedOut(
  targets: readonly { id: string; doors: number }[],
  doors: number | undefined,
): TargetOverride[] {
  if (doors === undefined) return targets.map(({ id }) => ({ id }))
  const all = doorsOf(targets)
  const upTo = (count: number): number => {
    const some = targets.slice(0, count).reduce((sum, target) => sum + target.doors, 0)
    return Math.round(all > 0 ? (doors * some) / all : (doors * count) / targets.length)
  }
  return targets.map(({ id }, index) => ({ id, doors: upTo(index + 1) - upTo(index) }))
}

/** Draws from a seed. */
import { Random } from '@doorwalk/core/solver/chance/random'

export interface Chance {
  /** 0 where there is nothing below. */
  below: (most: number) => number
  is: (share: number) => boolean
  pick: <Item>(list: readonly Item[]) => Item
  /** Each at most once. */
  some: <Item>(list: readonly Item[], most: number) => Item[]
}

export function chanceOf(seed: number): Chance {
  const random = new Random(seed)
  const below = (most: number) => random.below(Math.max(1, most))
  return {
    below,
    is: (share) => random.unit() < share,
    pick: (list) => list[below(list.length)]!,
    some(list, most) {
      const left = [...list]
      return Array.from({ length: Math.min(most, list.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
  }
}

/** Where blocks lie, for those who read what lies there. */
import { type DegreeBox, boxAround } from '@doorwalk/core/region/box'

export async function boxesOfBlocks(blocks: Iterable<string>): Promise<DegreeBox[]> {
  // Not at the top: the API function starts without H3.
  const { cellRing } = await import('@doorwalk/core/h3')
  return Array.from(new Set(blocks), (block) => boxAround(cellRing(block)))
}

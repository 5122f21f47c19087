import { expect, it } from 'vitest'
import { inParallel } from '@doorwalk/core/parallel'

const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 1))

it('answers in the order of the items, whatever ends first, and never works on more than so many', async () => {
  let [working, most] = [0, 0]
  const answers = await inParallel([5, 1, 4, 2, 3, 0], 2, async (turns) => {
    most = Math.max(most, ++working)
    for (let each = 0; each < turns; each++) await turn()
    working--
    return turns * 10
  })
  expect(answers).toEqual([50, 10, 40, 20, 30, 0])
  expect(most).toBe(2)
})

it('begins nothing more once one has failed', async () => {
  const begun: number[] = []
  const all = inParallel([0, 1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item)
    await turn()
    if (item === 1) throw new Error('no second')
  })
  await expect(all).rejects.toThrow('no second')
  await turn()
  expect(begun.length).toBeLessThan(4)
})

it('answers nothing for nothing', async () => {
  expect(await inParallel([], 3, turn)).toEqual([])
})

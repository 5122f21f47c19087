/** A few at a time, and slices of long work: what keeps the answering thread free where work cannot leave it. */
import { describe, expect, it } from 'vitest'
import { openGate } from '@doorwalk/functions/threads/gate'
import { filterInSlices, openSlices } from '@doorwalk/functions/threads/slices'

describe('a gate', () => {
  it('lets in so many at a time, in their order, whatever becomes of those before', async () => {
    const gate = openGate(2)
    const begun: number[] = []
    const ends: (() => void)[] = []
    const works = [0, 1, 2, 3].map((number) =>
      gate(async () => {
        begun.push(number)
        await new Promise<void>((done) => ends.push(done))
        if (number === 0) throw new Error('failed')
        return number
      }),
    )
    const results = Promise.allSettled(works)
    await Promise.resolve()
    expect(begun).toEqual([0, 1])
    ends[0]!()
    await expect(works[0]).rejects.toThrow('failed')
    expect(begun).toEqual([0, 1, 2])
    ends[1]!()
    await works[1]
    ends[2]!()
    ends[3]!()
    expect((await results).map(({ status }) => status)).toEqual([
      'rejected',
      ...Array<string>(3).fill('fulfilled'),
    ])
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('lets who has gone leave the queue at once, and does nothing for them', async () => {
    const gate = openGate(1)
    let end = (): void => undefined
    const first = gate(() => new Promise<void>((done) => void (end = done)))
    const gone = new AbortController()
    let isBegun = false
    const second = gate(async () => void (isBegun = true), gone.signal)
    const third = gate(async () => 'third')
    gone.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    await expect(gate(async () => void (isBegun = true), gone.signal)).rejects.toMatchObject({
      name: 'AbortError',
    })
    end()
    await first
    expect(await third).toBe('third')
    expect(isBegun).toBe(false)
    expect(await gate(async () => 'open')).toBe('open')
  })
})

describe('slices', () => {
  it('let everybody else have a turn, however many work', async () => {
    let isAnswered = false
    setTimeout(() => void (isAnswered = true), 0)
    const work = async (): Promise<void> => {
      const slice = openSlices()
      while (!isAnswered) await slice()
    }
    await Promise.all([work(), work(), work()])
    expect(isAnswered).toBe(true)
  })

  it('keep what is wanted, in its order', async () => {
    const numbers = Array.from({ length: 1_000 }, (_, number) => number)
    expect(await filterInSlices(numbers, (number) => number % 100 === 7)).toEqual([
      7, 107, 207, 307, 407, 507, 607, 707, 807, 907,
    ])
  })
})

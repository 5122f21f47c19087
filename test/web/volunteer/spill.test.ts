/** A phone without room: what is noted waits in memory, is told and sent from there, and is written down later. */
import { describe, expect, it } from 'vitest'
import { memoryShelf } from '../../../web/src/volunteer/device/memory-shelf.ts'
import type { Parcel, Shelf } from '../../../web/src/volunteer/device/shelf.ts'
import { spilling } from '../../../web/src/volunteer/device/spill.ts'
import { newRecord } from '../../../web/src/volunteer/model/record.ts'
import { phonePack } from '../../support/worlds/phone-walk.ts'

const NOW = Date.parse('2026-03-14T13:20:00Z')
const pack = phonePack()
const { walkId } = pack

/** A shelf that refuses to write while it is full. */
function phone() {
  const disk = memoryShelf()
  const room = { isFull: false, writes: 0 }
  const guarded = <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    async function (...args: Args): Promise<Result> {
      if (room.isFull) throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
      room.writes++
      return write(...args)
    }
  const full: Shelf = {
    ...disk,
    put: guarded((...all: Parameters<Shelf['put']>) => disk.put(...all)),
    change: guarded((...all: Parameters<Shelf['change']>) => disk.change(...all)),
    putParcel: guarded((each: Parcel) => disk.putParcel(each)),
    markTried: guarded((id: string) => disk.markTried(id)),
  }
  return { disk, room, shelf: spilling(full) }
}

const parcel = (id: string, made: number): Parcel => ({
  ...{ id, walkId, made, notBefore: 0, tries: 0, refused: null, load: { kind: 'start' } },
})
const note = (label: string, made: number) => (record: ReturnType<typeof newRecord>) => ({
  record: { ...record, order: [...record.order, label] },
  send: [parcel(label, made)],
})
const notesOf = (order: readonly string[] = []) => order.filter((each) => each.length === 1)

describe('a shelf that spills', () => {
  it('tells what it could not write as if it had, and writes it in order once there is room', async () => {
    const { disk, room, shelf } = phone()
    await shelf.put(pack, () => newRecord(pack, 'dwl_x', NOW))
    await shelf.change(walkId, note('a', 1))
    room.isFull = true
    await Promise.all([shelf.change(walkId, note('b', 2)), shelf.change(walkId, note('c', 3))])
    expect(shelf.isFull()).toBe(true)
    expect(notesOf((await shelf.walk(walkId))?.order)).toEqual(['a', 'b', 'c'])
    expect((await shelf.outbox()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(notesOf((await disk.walk(walkId))?.order)).toEqual(['a'])
    room.isFull = false
    await shelf.settle()
    expect(shelf.isFull()).toBe(false)
    expect(notesOf((await disk.walk(walkId))?.order)).toEqual(['a', 'b', 'c'])
    expect((await disk.outbox()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('sends from memory, once: what was sent is not written down to be sent again', async () => {
    const { disk, room, shelf } = phone()
    await shelf.put(pack, () => newRecord(pack, 'dwl_x', NOW))
    room.isFull = true
    await shelf.change(walkId, note('b', 2))
    await shelf.change(walkId, note('c', 3))
    expect(await shelf.markTried('b')).toBe(true)
    expect((await shelf.outbox()).map(({ id, tries }) => [id, tries])).toEqual([
      ['b', 1],
      ['c', 0],
    ])
    await shelf.removeParcels(['b'])
    await shelf.putParcel({ ...parcel('c', 3), refused: 'no such target' })
    expect((await shelf.outbox()).map(({ id, refused }) => [id, refused])).toEqual([['c', 'no such target']])
    room.isFull = false
    await shelf.settle()
    expect((await disk.outbox()).map(({ id }) => id)).toEqual(['c'])
  })

  it('takes back what waits in memory', async () => {
    const { room, shelf } = phone()
    await shelf.put(pack, () => newRecord(pack, 'dwl_x', NOW))
    room.isFull = true
    await shelf.change(walkId, note('b', 2))
    await shelf.change(walkId, (record) => ({ record: { ...record, order: ['z'] }, withdraw: ['b'] }))
    expect(await shelf.outbox()).toEqual([])
    expect((await shelf.walk(walkId))?.order).toEqual(['z'])
  })

  it('holds a whole walk that came when there was no room, and forgets it when it is removed', async () => {
    const { disk, room, shelf } = phone()
    room.isFull = true
    await shelf.put(pack, () => newRecord(pack, 'dwl_x', NOW))
    await shelf.change(walkId, note('b', 2))
    expect(await shelf.pack(walkId)).toBe(pack)
    expect((await shelf.walks()).map(({ order }) => notesOf(order))).toEqual([['b']])
    room.isFull = false
    await shelf.settle()
    expect(notesOf((await disk.walk(walkId))?.order)).toEqual(['b'])
    expect(await disk.pack(walkId)).toBe(pack)
    room.isFull = true
    await shelf.change(walkId, note('c', 3))
    await shelf.removeWalk(walkId)
    expect(await shelf.walk(walkId)).toBeUndefined()
    expect(shelf.isFull()).toBe(false)
  })

  it('does not hide other faults', async () => {
    const { disk } = phone()
    const broken = spilling({ ...disk, change: () => Promise.reject(new Error('broken')) })
    await broken.put(pack, () => newRecord(pack, 'dwl_x', NOW))
    await expect(broken.change(walkId, note('b', 2))).rejects.toThrow('broken')
    expect(broken.isFull()).toBe(false)
    expect(notesOf((await broken.walk(walkId))?.order)).toEqual([])
  })
})

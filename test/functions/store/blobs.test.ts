import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Blobs } from '@doorwalk/core/ports'
import { diskBlobs, removeHalves } from '@doorwalk/functions/store/blobs'
import { type BucketBlobs, openBucketBlobs } from '../../support/servers/s3-bucket.ts'

const implementations: { name: string; open: () => Promise<BucketBlobs> }[] = [
  {
    name: 'disk',
    async open() {
      return {
        blobs: diskBlobs(await mkdtemp(join(tmpdir(), 'doorwalk-blobs-'))),
        close: async () => undefined,
      }
    },
  },
  {
    name: 'S3',
    open: () => openBucketBlobs('blobs', 'stage/'),
  },
]

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const read = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes)

async function joined(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

describe.each(implementations)('blobs on $name', ({ open }) => {
  let blobs: Blobs
  let close: () => Promise<void>
  beforeAll(async () => ({ blobs, close } = await open()))
  afterAll(() => close())

  it('keeps bytes as they came', async () => {
    const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256)
    await blobs.put('a/bytes.bin', bytes)
    expect([...((await blobs.get('a/bytes.bin')) ?? [])]).toEqual([...bytes])
  })

  it('replaces what was there', async () => {
    await blobs.put('a/again.txt', text('a long first text'))
    await blobs.put('a/again.txt', text('second'))
    expect(read(await blobs.get('a/again.txt'))).toBe('second')
  })

  it('knows nothing of a key that was never put, nor of a folder', async () => {
    await blobs.put('folder/file.txt', text('x'))
    expect(await blobs.get('folder/other.txt')).toBeUndefined()
    expect(await blobs.get('folder')).toBeUndefined()
    expect(await blobs.get('folder/file.txt/deeper')).toBeUndefined()
  })

  it('removes, also what is not there', async () => {
    await blobs.put('gone.txt', text('x'))
    await blobs.remove('gone.txt')
    await blobs.remove('gone.txt')
    expect(await blobs.get('gone.txt')).toBeUndefined()
  })

  it('lists by prefix, sorted, at any depth', async () => {
    for (const key of ['list/b/2', 'list/a/10', 'list/a/9', 'list/ab', 'lists/c'])
      await blobs.put(key, text('x'))
    expect(await blobs.list('list/')).toEqual(['list/a/10', 'list/a/9', 'list/ab', 'list/b/2'])
    expect(await blobs.list('list/a')).toEqual(['list/a/10', 'list/a/9', 'list/ab'])
    expect(await blobs.list('nowhere/')).toEqual([])
  })

  it('shows a reader the old bytes or the new, never half', async () => {
    const [one, two] = [text('1'.repeat(200_000)), text('2'.repeat(200_000))]
    await blobs.put('race', one)
    const seen = new Set<string>()
    const writing = (async () => {
      for (let i = 0; i < 10; i++) await blobs.put('race', i % 2 === 0 ? two : one)
    })()
    for (let i = 0; i < 30; i++) seen.add(read(await blobs.get('race')) ?? 'missing')
    await writing
    for (const value of seen) expect([read(one), read(two)]).toContain(value)
  })

  async function* parts(count: number, bytes: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < count; at++) yield new Uint8Array(bytes).fill(at + 1)
  }

  it.each([
    [0, 0],
    [3, 5],
    [21, 1_000_000],
  ])('puts and gives %i parts of %i bytes as they come', async (count, bytes) => {
    await blobs.put('a/stream', text('before'))
    await blobs.putStream('a/stream', parts(count, bytes))
    const sent = await joined(parts(count, bytes))
    const came = await joined((await blobs.getStream('a/stream'))!)
    expect(came.equals(sent)).toBe(true)
    expect(sent.equals((await blobs.get('a/stream'))!)).toBe(true)
    expect(await blobs.getStream('a/none')).toBeUndefined()
  })

  it.each([1, 20])('keeps what was there when the source breaks off after %i MB', async (megabytes) => {
    await blobs.put('a/broken', text('before'))
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* parts(megabytes, 1_000_000)
      throw new Error('gone')
    }
    await expect(blobs.putStream('a/broken', broken())).rejects.toThrow('gone')
    expect(read(await blobs.get('a/broken'))).toBe('before')
    expect(await blobs.list('a/broken')).toEqual(['a/broken'])
  })

  it.each(['../out', '/root', 'a/../../b', '.hidden', 'a//b', '', 'a\\b'])(
    'refuses the key "%s"',
    async (key) => {
      await expect(blobs.put(key, text('x'))).rejects.toThrow('not a blob key')
      await expect(blobs.get(key)).rejects.toThrow('not a blob key')
    },
  )
})

it('leaves no temporary file behind on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-blobs-'))
  const blobs = diskBlobs(folder)
  await Promise.all(['a', 'a', 'b'].map((key) => blobs.put(key, text(key))))
  expect((await readdir(folder)).sort()).toEqual(['a', 'b'])
})

it('clears what a process that died has left half written, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-blobs-'))
  const blobs = diskBlobs(folder)
  await blobs.put('campaigns/alpha/plans/one.json', text('whole'))
  const half = join(folder, 'campaigns/alpha/plans/two.json.0123456789ab~')
  await writeFile(half, 'ha')
  expect(await blobs.get('campaigns/alpha/plans/two.json')).toBeUndefined()
  expect(await blobs.list('campaigns/alpha/')).toEqual(['campaigns/alpha/plans/one.json'])
  await removeHalves(folder)
  await removeHalves(join(folder, 'none'))
  expect(await readdir(folder, { recursive: true })).not.toContain(
    'campaigns/alpha/plans/two.json.0123456789ab~',
  )
  expect(read(await blobs.get('campaigns/alpha/plans/one.json'))).toBe('whole')
})

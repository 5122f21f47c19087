import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Regions } from '@doorwalk/core/ports'
import { decodePrecincts } from '@doorwalk/core/region/region'
import { blobRegions } from '@doorwalk/functions/regions/blob-regions'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { openBucketBlobs } from '../../support/servers/s3-bucket.ts'
import { TINY_PRECINCTS, writeTinyRegion } from '../../support/worlds/tiny-region.ts'

const implementations: {
  name: string
  open: () => Promise<{ regions: Regions; close: () => Promise<void> }>
}[] = [
  {
    name: 'disk',
    open: async () => ({ regions: diskRegions([await writeTinyRegion()]), close: async () => undefined }),
  },
  {
    name: 'S3',
    async open() {
      const { blobs, close } = await openBucketBlobs('regions')
      const root = await writeTinyRegion()
      for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (entry.isFile()) await blobs.put(path.slice(root.length + 1), await readFile(path))
      }
      return { regions: blobRegions(blobs), close }
    },
  },
]

describe.each(implementations)('regions on $name', ({ open }) => {
  let regions: Regions
  let close: () => Promise<void>
  beforeAll(async () => ({ regions, close } = await open()))
  afterAll(() => close())

  it('are listed by name', async () => {
    expect(await regions.list()).toEqual(['tiny'])
  })

  it('have a current version, and named ones', async () => {
    expect((await regions.manifest('tiny')).version).toBe('v1')
    expect(await regions.manifest('tiny', 'v1')).toEqual(await regions.manifest('tiny'))
  })

  it('give their objects, decompressed', async () => {
    const manifest = await regions.manifest('tiny')
    expect(decodePrecincts(await regions.read(manifest, manifest.precincts!))).toEqual(TINY_PRECINCTS)
  })

  it.each([
    ['nowhere', undefined],
    ['tiny', 'v2'],
    ['..', undefined],
    ['tiny', '../tiny/v1'],
    ['a b', undefined],
    ['', undefined],
  ])('do not exist as "%s" %s', async (name, version) => {
    await expect(regions.manifest(name, version)).rejects.toMatchObject({ code: 'region.unknown' })
  })

  it('say when an object is missing or another one than written', async () => {
    const manifest = await regions.manifest('tiny')
    const object = manifest.precincts!
    for (const wrong of [
      { ...object, path: 'nothing.br' },
      { ...object, bytes: object.bytes + 1 },
      { ...object, sha256: '0'.repeat(64) },
    ]) {
      await expect(regions.read(manifest, wrong)).rejects.toMatchObject({ code: 'region.damaged' })
    }
  })
})

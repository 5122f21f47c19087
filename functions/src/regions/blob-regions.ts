/** Prepared regions in a bucket: the layout of `doorwalk prepare`, read through Blobs. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { VisibleError } from '@doorwalk/core/error'
import type { Blobs, Regions } from '@doorwalk/core/ports'
import { ManifestFile } from '@doorwalk/core/region/manifest'

const decompress = promisify(brotliDecompress)
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/
const CURRENT = '/current.json'

export function blobRegions(blobs: Blobs): Regions {
  async function read(key: string): Promise<unknown> {
    const bytes = await blobs.get(key)
    return bytes && JSON.parse(new TextDecoder().decode(bytes))
  }

  return {
    async list() {
      const keys = await blobs.list('')
      const heads = keys.filter((key) => key.endsWith(CURRENT) && key.indexOf('/') === key.lastIndexOf('/'))
      return heads.map((key) => key.slice(0, -CURRENT.length)).sort()
    },

    async manifest(name, version) {
      const current = PLAIN_NAME.test(name) ? await read(name + CURRENT) : undefined
      const wanted = version ?? versionOf(current)
      const isPlain = wanted !== undefined && PLAIN_NAME.test(wanted)
      const found = current && isPlain ? await read(`${name}/${wanted}/manifest.json`) : undefined
      if (found === undefined) {
        const what = version === undefined ? `region "${name}"` : `version "${version}" of region "${name}"`
        throw new VisibleError('not_found', 'region.unknown', `There is no ${what}.`)
      }
      const result = ManifestFile.safeParse(found)
      if (result.success) return result.data
      throw damaged(name, 'manifest.json is none')
    },

    async read({ name, version }, { path, bytes: size, sha256 }) {
      const compressed = await blobs.get(`${name}/${version}/${path}`)
      if (!compressed) throw damaged(name, `${path} is missing`)
      const bytes = await decompress(compressed, { maxOutputLength: Math.max(size, 1) }).catch(
        () => undefined,
      )
      if (bytes?.length !== size) throw damaged(name, `${path} cannot be decompressed`)
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
      throw damaged(name, `${path} differs from its checksum`)
    },
  }
}

function versionOf(current: unknown): string | undefined {
  const isHead = typeof current === 'object' && current !== null && 'version' in current
  return isHead && typeof current.version === 'string' ? current.version : undefined
}

function damaged(name: string, why: string): VisibleError {
  return new VisibleError(
    'upstream',
    'region.damaged',
    `Region "${name}" is damaged: ${why}. Prepare it again.`,
  )
}

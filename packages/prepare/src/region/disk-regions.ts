/** Reads prepared regions from folders. Every object is checked against the manifest before anybody uses it. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { VisibleError } from '@doorwalk/core/error'
import type { Regions } from '@doorwalk/core/ports'
import { REGION_FORMAT } from '@doorwalk/core/region/format'
import { ManifestFile } from '@doorwalk/core/region/manifest'
import type { Manifest, StoredObject } from '@doorwalk/core/region/region'

const decompress = promisify(brotliDecompress)

/** Manifests that are kept. */
const MOST_PARSED = 50

/** Names become paths: nothing but plain file names passes. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/

/**
 * Regions below the given folders; each root is a region (holds `current.json`) or a folder of regions.
 * Roots are looked at on each call, so that a new version is seen at once; the first root that has a name wins.
 */
export function diskRegions(roots: string[]): Regions {
  /** Where each manifest came from: objects are read beside it. */
  const folders = new WeakMap<Manifest, string>()
  /** By path, what was read there last: of a large region it takes a while to parse. */
  const parsed = new Map<string, { text: string; manifest: Manifest }>()

  async function manifest(name: string, version?: string): Promise<Manifest> {
    const found = await findRegions(roots)
    const folder = found.get(name)
    if (!folder) throw unknown(`region "${name}"`, [...found.keys()].sort())
    const wanted = version ?? (await currentVersion(folder))
    const path = join(folder, wanted, 'manifest.json')
    const text = PLAIN_NAME.test(wanted) ? await readText(path) : undefined
    if (text === undefined) {
      throw unknown(`version "${wanted}" of region "${name}"`, await versionsOf(folder))
    }
    const known = parsed.get(path)
    if (known?.text === text) return known.manifest
    const fresh = parseManifest(text, name)
    folders.set(fresh, join(folder, wanted))
    if (parsed.size >= MOST_PARSED) parsed.clear()
    parsed.set(path, { text, manifest: fresh })
    return fresh
  }

  return {
    async list() {
      return [...(await findRegions(roots)).keys()].sort()
    },
    manifest,
    async read(of: Manifest, object: StoredObject) {
      const known = folders.get(of)
      const folder = known ?? folders.get(await manifest(of.name, of.version))
      if (folder === undefined) throw unknown(`region "${of.name}"`, [])
      return readObject(folder, { region: of.name, object })
    },
  }
}

async function findRegions(roots: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const root of roots.map((path) => resolve(path))) {
    const folders = (await isRegion(root)) ? [root] : await regionsIn(root)
    for (const folder of folders) {
      const name = basename(folder)
      if (!found.has(name)) found.set(name, folder)
    }
  }
  return found
}

async function regionsIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const folders: string[] = []
  for (const entry of entries) {
    if (!entry.isDirectory() && !entry.isSymbolicLink()) continue
    const folder = join(root, entry.name)
    if (await isRegion(folder)) folders.push(folder)
  }
  return folders
}

async function isRegion(folder: string): Promise<boolean> {
  return (await readText(join(folder, 'current.json'))) !== undefined
}

async function currentVersion(folder: string): Promise<string> {
  const value = parseJson((await readText(join(folder, 'current.json'))) ?? '')
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  if (typeof version === 'string') return version
  throw damaged(basename(folder), 'current.json names no version')
}

async function versionsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
}

function parseManifest(text: string, name: string): Manifest {
  const value = parseJson(text)
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== undefined && format !== REGION_FORMAT) {
    throw new VisibleError(
      'unprocessable',
      'region.format',
      `Region "${name}" has format ${JSON.stringify(format)}, this version reads ${REGION_FORMAT}; prepare it again.`,
    )
  }
  const result = ManifestFile.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw damaged(
    name,
    `manifest.json: ${issue?.path.join('.') || 'whole file'}: ${issue?.message ?? 'no JSON'}`,
  )
}

async function readObject(
  folder: string,
  { region, object }: { region: string; object: StoredObject },
): Promise<Uint8Array> {
  const compressed = await readFile(insideFolder(folder, { region, path: object.path })).catch(
    () => undefined,
  )
  if (!compressed) throw damaged(region, `${object.path} is missing`)
  const bytes = await decompress(compressed, { maxOutputLength: Math.max(object.bytes, 1) }).catch(
    () => undefined,
  )
  if (!bytes || bytes.length !== object.bytes) throw damaged(region, `${object.path} cannot be decompressed`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== object.sha256) throw damaged(region, `${object.path} differs from its checksum`)
  return bytes
}

function insideFolder(folder: string, { region, path }: { region: string; path: string }): string {
  const full = resolve(folder, path)
  if (!full.startsWith(resolve(folder) + sep)) throw damaged(region, `${path} points outside its folder`)
  return full
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unknown(what: string, known: string[]): VisibleError {
  const choice = known.length ? `known: ${known.slice(0, 20).join(', ')}` : 'none is there'
  return new VisibleError('not_found', 'region.unknown', `There is no ${what}; ${choice}.`)
}

function damaged(region: string, why: string): VisibleError {
  return new VisibleError(
    'upstream',
    'region.damaged',
    `Region "${region}" is damaged: ${why}. Prepare it again.`,
  )
}

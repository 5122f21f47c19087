/** Who made the data of a region, under which licence, and which file it was: for the manifest and every answer. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { fieldError } from '@doorwalk/core/error'
import type { Manifest } from '@doorwalk/core/region/region'

type Source = Manifest['sources'][number]
type SourceFiles = Partial<Record<Source['kind'], string>>

interface Credit {
  attribution: string
  licence: string
}

const CREDITS: Record<Source['kind'], Credit> = {
  osm: { attribution: '© OpenStreetMap contributors', licence: 'ODbL 1.0' },
  addresses: { attribution: 'Addresses', licence: 'licence as its publisher states' },
  households: { attribution: 'INSEE, Filosofi', licence: 'Licence Ouverte 2.0' },
  dwellings: { attribution: 'Dwellings', licence: 'licence as its publisher states' },
  precincts: { attribution: 'Precincts', licence: 'licence as its publisher states' },
  population: { attribution: 'Population', licence: 'licence as its publisher states' },
}
const KINDS: Source['kind'][] = ['osm', 'addresses', 'households', 'dwellings', 'precincts', 'population']

/** Longest free text of `--attribution`: it stands on every printed walk. */
const ATTRIBUTION_MAX = 200

/**
 * The lines that a caller adds, trimmed.
 *
 * @throws VisibleError `attribution.wrong`
 */
export function readAttribution(added: string[] = []): string[] {
  for (const text of added) {
    if (text.trim() !== '' && text.length <= ATTRIBUTION_MAX && !/\p{Cc}/u.test(text)) continue
    throw fieldError(
      'attribution.wrong',
      '--attribution',
      `${JSON.stringify(text)} came; expected one line of 1 to ${ATTRIBUTION_MAX} characters, such as "Polling-station areas: Ville de Paris, ODbL 1.0".`,
    )
  }
  return added.map((text) => text.trim())
}

/**
 * Who is named with every answer, each once: sources, then what the caller adds. Precincts, counts of people, and
 * tables of addresses and dwellings come from anybody, so that only the caller knows whom to name; until then their
 * line names the file.
 */
export function attributionOf(sources: Source[], added: string[]): string[] {
  const named = sources.filter((source) => !isNamedByFile(source) || added.length === 0)
  const lines = named.map(({ attribution, licence }) => `${attribution}, ${licence}`)
  return [...new Set([...lines, ...added])]
}

const ANYBODYS: ReadonlySet<Source['kind']> = new Set<Source['kind']>([
  'addresses',
  'precincts',
  'population',
  'dwellings',
])

function isNamedByFile({ kind, attribution, file }: Source): boolean {
  return ANYBODYS.has(kind) && attribution === creditedFile(kind, file)
}

function creditedFile(kind: Source['kind'], file: string): string {
  return `${CREDITS[kind].attribution}: ${basename(file)}`
}

/**
 * In fixed order; `known`: publishers told by what is in their files. File names without folders, so that the same
 * files give the same manifest anywhere.
 */
export async function describeSources(
  files: SourceFiles,
  { date, known }: { date: string | undefined; known: Partial<Record<Source['kind'], Credit | undefined>> },
): Promise<Source[]> {
  const sources: Source[] = []
  for (const kind of KINDS) {
    const file = files[kind]
    if (file === undefined) continue
    const dated = kind === 'osm' && date !== undefined ? { date } : {}
    const own = known[kind] ?? CREDITS[kind]
    const isFile = ANYBODYS.has(kind) && known[kind] === undefined
    const attribution = isFile ? creditedFile(kind, file) : own.attribution
    const { licence } = own
    sources.push({ kind, file: basename(file), sha256: await sha256(file), ...dated, attribution, licence })
  }
  return sources
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}

/** Who made the data of a region, under which licence, and which file it was: for the manifest and every answer. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Manifest } from '@doorwalk/core/region'

type Source = Manifest['sources'][number]
type SourceFiles = Partial<Record<Source['kind'], string>>

const CREDITS: Record<Source['kind'], { attribution: string; licence: string }> = {
  osm: { attribution: '© OpenStreetMap contributors', licence: 'ODbL 1.0' },
  addresses: { attribution: 'Base Adresse Nationale', licence: 'Licence Ouverte 2.0' },
  households: { attribution: 'INSEE, Filosofi', licence: 'Licence Ouverte 2.0' },
  dwellings: { attribution: 'RPLS, ministère chargé du logement', licence: 'Licence Ouverte 2.0' },
  precincts: { attribution: 'Precincts: see source', licence: 'see source' },
}
const KINDS: Source['kind'][] = ['osm', 'addresses', 'households', 'dwellings', 'precincts']

/** In fixed order; file names without folders, so that the same files give the same manifest anywhere. */
export async function describeSources(files: SourceFiles, date: string | undefined): Promise<Source[]> {
  const sources: Source[] = []
  for (const kind of KINDS) {
    const file = files[kind]
    if (file === undefined) continue
    const dated = kind === 'osm' && date !== undefined ? { date } : {}
    sources.push({ kind, file: basename(file), sha256: await sha256(file), ...dated, ...CREDITS[kind] })
  }
  return sources
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}

/** A region on disk with two precincts and no tiles: enough for everything that plans no walk. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { encodePrecincts, type Manifest, type Precinct } from '@doorwalk/core/region/region'

const square = (west: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 48.87],
      [west + 0.01, 48.87],
      [west + 0.01, 48.88],
      [west, 48.88],
      [west, 48.87],
    ],
  ],
})

export const TINY_PRECINCTS: Precinct[] = [
  { code: '0901', properties: { name: 'Mairie', turnout: 0.7, abstention: 0.3 }, geometry: square(2.34) },
  { code: '0902', properties: { name: 'École', turnout: 0.5, abstention: 0.5 }, geometry: square(2.35) },
]

/** Root folder of regions, holding `tiny`. */
export async function writeTinyRegion(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'doorwalk-regions-'))
  const folder = join(root, 'tiny', 'v1')
  await mkdir(folder, { recursive: true })
  const bytes = encodePrecincts(TINY_PRECINCTS)
  await writeFile(join(folder, 'precincts.json.br'), brotliCompressSync(bytes))
  const manifest: Manifest = {
    format: 1,
    name: 'tiny',
    version: 'v1',
    bbox: [2.34, 48.87, 2.36, 48.88],
    tiles: [],
    precincts: {
      path: 'precincts.json.br',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    sources: [],
    attribution: ['© OpenStreetMap contributors'],
    counts: {},
    doors: { total: 0, bySource: {} },
    warnings: [],
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(root, 'tiny', 'current.json'), JSON.stringify({ version: 'v1' }))
  return root
}

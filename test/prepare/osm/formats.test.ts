/** The same world in every format that is read, and by their names those that are not. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackLz4 } from '@doorwalk/prepare/osm/file/lz4'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import type { OsmExtract } from '@doorwalk/prepare/osm/extract'
import { osmXml, pbf, type World } from '../../support/worlds/osm-fixture.ts'
import { courtyard, towerWithTwoEntrances } from '../../support/worlds/osm-worlds.ts'
import { fileWith } from '../../support/worlds/prepared.ts'

/** Everything of an extract as one value. */
function whole({ locate, nodes, counts, ...rest }: OsmExtract) {
  const refs = [...rest.streets, ...rest.buildingWays, ...rest.barriers].flatMap((way) => way.refs)
  const { nodes: _, ...others } = counts
  return { ...rest, places: refs.map(locate), tagged: [...nodes.values()], counts: others }
}

const same = (bytes: Uint8Array) => bytes
/** An LZ4 block may be one run of literals. */
function asLiterals(bytes: Uint8Array): Uint8Array {
  const more = bytes.length - 15
  if (more < 0) return new Uint8Array([bytes.length << 4, ...bytes])
  return new Uint8Array([0xf0, ...Array<number>(Math.floor(more / 255)).fill(255), more % 255, ...bytes])
}

const named: [string, (world: World) => Uint8Array | string][] = [
  ['blocks that are not packed', (world) => pbf(world, { packing: { field: 1, pack: same } })],
  ['blocks packed with lz4', (world) => pbf(world, { packing: { field: 6, pack: asLiterals } })],
  ['nodes in columns', (world) => pbf(world, { dense: true })],
  ['coordinates in its ways', (world) => pbf(world, { placesInWays: true })],
  ['a PBF in a gzip', (world) => gzipSync(pbf(world))],
  ['XML', (world) => osmXml(world)],
  ['XML in a gzip', (world) => gzipSync(osmXml(world))],
  ['XML with a byte order mark', (world) => `\uFEFF${osmXml(world)}`],
  ['XML in UTF-16', (world) => Buffer.from(`\uFEFF${osmXml(world)}`, 'utf16le')],
  ['XML by another hand', (world) => byAnotherHand(osmXml(world))],
]

/** Quotes, comments, line ends and empty tags as other writers have them. */
function byAnotherHand(xml: string): string {
  return xml
    .replace('encoding="UTF-8"', "encoding='utf-8'")
    .replaceAll(/"([^"']*)"/g, "'$1'")
    .replaceAll("'/>", "'  />")
    .replaceAll(/(?<!\/)><\/node>/g, ' />')
    .replaceAll('<way', '\r\n<!-- a > b, <way> --><way')
}

describe.each(named)('an extract with %s', (_, write) => {
  it.each([courtyard(), towerWithTwoEntrances()])('is read as any other: $name', async (world) => {
    world.box([-50, -50, 300, 100])
    const [given, expected] = await Promise.all([
      readOsm(await fileWith('given.OSM.x', write(world))),
      readOsm(await fileWith('usual.osm.pbf', pbf(world))),
    ])
    expect(whole(given)).toEqual(whole(expected))
    expect(given.counts.missingNodes).toBe(0)
  })
})

describe('an lz4 block', () => {
  it('repeats what it wrote, also while it writes', () => {
    // 3 letters, then 9 from three back; 1 letter, then 5 from one back; 5 letters.
    const packed = [0x35, ...letters('abc'), 3, 0, 0x11, ...letters('z'), 1, 0, 0x50, ...letters('tail!')]
    expect(new TextDecoder().decode(unpackLz4(Uint8Array.from(packed), 23))).toBe('abcabcabcabczzzzzztail!')
  })

  it.each([
    ['cut off', [0x35, ...letters('abc'), 3]],
    ['reaching before its start', [0x35, ...letters('abc'), 9, 0, 0x50, ...letters('tail!')]],
    ['longer than it says', [0xf0, 200, ...letters('abc')]],
  ])('%s is an error', (_, packed) => {
    expect(() => unpackLz4(Uint8Array.from(packed), 17)).toThrow('lz4')
  })
})

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}

describe('what is not read is refused by its name, with what to do', () => {
  const world = courtyard()
  const packedBy = (field: number) => pbf(world, { packing: { field, pack: same } })
  it.each<[string, Uint8Array | string, RegExp]>([
    ['x.osm.bz2', Buffer.from('BZh91AY&SY'), /bzip2.*osmium cat x\.osm\.bz2 -o/],
    ['x.o5m', Buffer.from([0xff, 0xe0, 0x04, ...letters('o5m2')]), /o5m.*osmium cat x\.o5m/],
    ['x.o5c', Buffer.from([0xff, 0xe0, 0x04, ...letters('o5c2')]), /changes.*osmium apply-changes/],
    [
      'x.osc',
      '<?xml version="1.0"?>\n<osmChange version="0.6"><create/></osmChange>',
      /osmChange.*apply-changes/,
    ],
    ['x.osc.gz', gzipSync('<osmChange version="0.6"/>'), /osmChange/],
    ['x.zip', Buffer.from([...letters('PK'), 3, 4, 0, 0]), /ZIP.*unzip x\.zip/],
    ['x.osm.xz', Buffer.from([0xfd, ...letters('7zXZ'), 0]), /xz/],
    ['x.osm.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), /zstd/],
    ['x.json', '{"version":0.6,"elements":[]}', /JSON.*\[out:xml\]/],
    ['x.geojson', ' [\n]', /JSON/],
    ['x.html', '<!DOCTYPE html>\n<html><body>404</body></html>', /web page/],
    ['x.osm.pbf', '\n<HTML><head></head></HTML>', /web page/],
    ['x.gpx', '<?xml version="1.0"?><gpx version="1.1"/>', /<gpx>/],
    ['x.opl', 'n1 v1 dV c1 t2015-01-01T00:00:00Z i1 uu T x2.35 y48.88\n', /OPL/],
    ['x.gpkg', Buffer.from('SQLite format 3\0'), /SQLite/],
    ['zstd.osm.pbf', packedBy(7), /packed with zstd.*osmium cat zstd\.osm\.pbf/],
    ['lzma.osm.pbf', packedBy(4), /packed with lzma/],
    ['new.osm.pbf', pbf(world, { features: ['Bitmaps-V2'] }), /Bitmaps-V2/],
  ])('%s', async (name, content, words) => {
    const error: unknown = await readOsm(await fileWith(name, content)).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ name: 'VisibleError', kind: 'input', code: 'osm.format' })
    expect(String(error)).toMatch(words)
    expect(String(error)).toContain(name)
  })
})

describe('what should be an extract, but is not whole, is refused', () => {
  const xml = osmXml(courtyard())
  it.each<[string, Uint8Array | string, RegExp]>([
    ['an empty gzip', gzipSync(''), /empty gzip/],
    ['a gzip that is cut off', gzipSync(xml).subarray(0, 300), /unexpected end of file/],
    ['XML that is cut off between tags', xml.slice(0, xml.indexOf('<way')), /ends before <\/osm>/],
    ['XML that is cut off in a tag', xml.slice(0, xml.indexOf('<way') + 5), /ends within a tag/],
    ['XML with a broken tag', xml.replace('<way id="1"', '<way id=1'), /none where one begins.*<way id=1/],
    ['XML with a broken id', xml.replace('<way id="1"', '<way id="one"'), /the id "one"/],
    ['XML of an unknown encoding', xml.replace('UTF-8', 'KLINGON'), /KLINGON/i],
    [
      'XML that is no UTF-8',
      Buffer.from(xml.replace('Rue', 'Ru\u00e9'), 'latin1'),
      /encoded data was not valid/,
    ],
    [
      'an answer of Overpass that ran out of time',
      xml.replace('<way', '<remark> runtime error </remark><way'),
      /remark/,
    ],
    [
      'differences by Overpass',
      '<osm><action type="create"><node id="1"/></action></osm>',
      /changes to a map/,
    ],
    [
      'other bytes',
      Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
      /neither as OSM PBF nor as XML/,
    ],
  ])('%s', async (_, content, words) => {
    const error: unknown = await readOsm(await fileWith('x.osm', content)).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ name: 'VisibleError', kind: 'input', code: 'osm.damaged' })
    expect(String(error)).toMatch(words)
    expect(String(error)).toContain('x.osm')
  })

  it('cut anywhere', async () => {
    const bytes = pbf(courtyard(), { dense: true })
    for (let end = 1; end < bytes.length; end += 13) {
      const file = await fileWith('x.osm.pbf', bytes.slice(0, end))
      await readOsm(file).then(
        ({ counts }) => expect(counts.ways).toBeLessThan(5),
        (error: unknown) => expect(error).toMatchObject({ name: 'VisibleError', code: 'osm.damaged' }),
      )
    }
  })
})

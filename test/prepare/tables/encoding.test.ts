import { readBan } from '@doorwalk/prepare/addresses/ban'
import fc from 'fast-check'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { encodingOf, startAsText, toUtf8 } from '@doorwalk/prepare/tables/encoding'
import { fileWith } from '../../support/worlds/prepared.ts'

const TABLE = 'id;numero;nom_voie;lon;lat\na;1;Allée des Érables – « l’Œuvre »;2.35;48.88\n'

/** By the bytes that Windows-1252 has for these letters; all others are ASCII. */
const CP1252: Record<string, number> = {
  é: 0xe9,
  É: 0xc9,
  '–': 0x96,
  '«': 0xab,
  '»': 0xbb,
  '’': 0x92,
  Œ: 0x8c,
}
const windows = Buffer.from(Array.from(TABLE, (letter) => CP1252[letter] ?? letter.charCodeAt(0)))
const utf16 = Buffer.from(TABLE, 'utf16le')
const mark = (bytes: number[], text: Buffer) => Buffer.concat([Buffer.from(bytes), text])

const read = async (bytes: Uint8Array) => {
  const { list } = await readBan(await fileWith('a.csv', bytes), {
    near: [-180, -90, 180, 90],
    isNear: () => true,
  })
  return list.map(({ street }) => street)
}

describe('a table', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', mark([0xef, 0xbb, 0xbf], Buffer.from(TABLE))],
    ['Windows-1252', windows],
    ['UTF-16 with a mark', mark([0xff, 0xfe], utf16)],
    ['UTF-16 without a mark', utf16],
    ['UTF-16, the other way round, with a mark', mark([0xfe, 0xff], Buffer.from(utf16).swap16())],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
  ])('in %s is read with all its letters', async (_, bytes) => {
    expect(await read(bytes)).toEqual(['Allée des Érables – « l’Œuvre »'])
  })

  it('put together from UTF-8 and Windows-1252 is read row by row', async () => {
    const rows = Buffer.concat([Buffer.from(TABLE), windows.subarray(windows.indexOf('\n') + 1)])
    const text = rows.toString('latin1').replace(/a;1(?=[^\n]*\n$)/, 'b;2')
    expect(await read(Buffer.from(text, 'latin1'))).toEqual(Array(2).fill('Allée des Érables – « l’Œuvre »'))
  })

  it.each([
    ['Cyrillic of its own', [0xd3, 0xeb, 0xe8, 0xf6, 0xe0], 'neither UTF-8'],
    ['Japanese of its own', [0x93, 0x8c, 0x8b, 0x9e], 'neither UTF-8'],
  ])('in %s is refused', async (_, name, why) => {
    const bytes = Buffer.concat([
      Buffer.from('numero;nom_voie;lon;lat\n1;'),
      Buffer.from(name),
      Buffer.from(';2;48\n'),
    ])
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'VisibleError',
      code: 'table.damaged',
      message: expect.stringContaining(why) as string,
    })
  })

  it('that is packed is refused by what it is', async () => {
    await expect(read(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).rejects.toThrow('Excel')
    await expect(read(Uint8Array.from([0x1f, 0x8b, 8, 0]))).rejects.toThrow('gzip')
  })
})

it('UTF-8 stays as it is, wherever it is cut', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme-composite', maxLength: 30 }), cuts, async (text, sizes) => {
      const bytes = Buffer.from(text)
      const chunks: Buffer[] = []
      for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length]!)
        chunks.push(bytes.subarray(at, at + sizes[i % sizes.length]!))
      const whole = Buffer.concat(chunks)
      fc.pre(whole.equals(bytes))
      const out = await Readable.from(chunks).pipe(toUtf8('utf-8')).toArray()
      expect(Buffer.concat(out as Buffer[]).toString()).toBe(text)
      if (encodingOf(bytes) === 'utf-8') expect(startAsText(bytes)).toBe(text)
    }),
    { numRuns: 60 },
  )
})

/** Lists as campaigns have them: each with what is taken of it, or the words with which it is refused. */
import { createCipheriv } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { writeOds } from 'hucre/ods'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import type { ListField } from '@doorwalk/core/words/list-fields'
import type { ListMapping, ListRow } from '@doorwalk/prepare/target-lists/target-list'

export interface UglyList {
  name: string
  bytes: () => Uint8Array | Promise<Uint8Array>
  sheet?: string
  as?: Partial<Record<ListField, string>>
  /** Rows that are taken, in order; each has at least this. */
  rows?: Partial<ListRow>[]
  /** Lines that are put right: line, field. */
  repaired?: [line: number, field: string][]
  /** Lines that are not taken: line, field, words of what was expected. */
  refused?: [line: number, field: string, expected: RegExp][]
  mapping?: Partial<ListMapping>
  /** Columns that tell of persons. */
  personal?: string[]
  /** The list as a whole is refused. */
  error?: [code: string, words: RegExp]
}

const AT = { location: [2.3475, 48.8791] as [number, number] }
const HOME = { number: '12', street: 'rue Condorcet' }
/** 2.3475, 48.8791 by proj. */
const LAMBERT = ['652144.85', '6864539.93']
const MERCATOR = ['261322.5', '6254372.04']

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
const cp1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const book = (...sheets: { name: string; rows: CellValue[][]; hidden?: boolean }[]) => writeXlsx({ sheets })
const HEAD = ['Adresse', 'Lon', 'Lat', 'Logements']
const ONE = ['12 rue Condorcet', 2.3475, 48.8791, 24]

/** An archive of one part, as a program writes it. */
function zipOf(parts: Record<string, Uint8Array>): Uint8Array {
  const [files, entries]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [path, data] of Object.entries(parts)) {
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(1, 22)
    head.writeUInt16LE(path.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    // What it says of its size is a lie.
    entry.writeUInt32LE(1, 24)
    entry.writeUInt16LE(path.length, 28)
    entry.writeUInt32LE(offset, 42)
    files.push(head, Buffer.from(path), packed)
    entries.push(entry, Buffer.from(path))
    offset += 30 + path.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, directory, end])
}

const TEXT_LISTS: UglyList[] = [
  {
    name: 'semicolons-decimal-commas.csv',
    bytes: () => Buffer.from('adresse;lon;lat;logements\n12 rue Condorcet;2,3475;48,8791;24\n'),
    rows: [{ ...AT, address: HOME, doors: 24 }],
    mapping: { separator: ';', systems: ['degrees'] },
  },
  {
    name: 'no-header-with-decimal-commas.csv',
    bytes: () => Buffer.from('12 rue Condorcet;2,3475;48,8791\n14 rue Condorcet;2,3476;48,8791\n'),
    rows: [{ ...AT, address: HOME }, { location: [2.3476, 48.8791] }],
  },
  {
    name: 'bars.txt',
    bytes: () => Buffer.from('adresse|lon|lat\n12 rue Condorcet|2.3475|48.8791\n'),
    rows: [{ ...AT, address: HOME }],
    mapping: { separator: '|' },
  },
  {
    name: 'tabs-called-csv.csv',
    bytes: () => Buffer.from('adresse\tlon\tlat\n12, rue Condorcet\t2,3475\t48,8791\n'),
    rows: [{ ...AT, address: HOME }],
    mapping: { separator: '\t' },
  },
  {
    name: 'excel-names-its-separator.csv',
    bytes: () => Buffer.from('sep=;\r\nadresse;logements\r\n12 rue Condorcet;24\r\n'),
    rows: [{ address: HOME, doors: 24 }],
  },
  {
    name: 'swapped-columns.csv',
    bytes: () =>
      Buffer.from(
        'id,longitude,latitude\na,48.8791,2.3475\nb,48.8792,2.3476\nc,48.8793,2.3477\nd,48.8794,2.3478\n',
      ),
    rows: [{ id: 'a', ...AT }, { id: 'b' }, { id: 'c' }, { id: 'd', location: [2.3478, 48.8794] }],
    mapping: { isSwapped: true },
  },
  {
    name: 'one-swapped-line.csv',
    bytes: () => Buffer.from('id,lon,lat\na,2.3475,48.8791\nb,48.8791,2.3475\nc,2.3477,48.8793\n'),
    rows: [{ id: 'a', ...AT }, { id: 'b', ...AT }, { id: 'c' }],
    repaired: [[3, 'lng, lat']],
  },
  {
    name: 'lambert-93.csv',
    bytes: () => Buffer.from(`ref;X;Y\na;${LAMBERT.join(';').replaceAll('.', ',')}\n`),
    rows: [{ id: 'a', ...AT }],
    mapping: { systems: ['Lambert-93'] },
  },
  {
    name: 'lambert-93-thousands.csv',
    bytes: () => Buffer.from('ref;X;Y\na;652 144,85;6 864 539,93\n'),
    rows: [{ id: 'a', ...AT }],
  },
  {
    name: 'web-mercator.csv',
    bytes: () => Buffer.from(`ref;x;y\na;${MERCATOR.join(';')}\n`),
    rows: [{ id: 'a', ...AT }],
    mapping: { systems: ['Web Mercator'] },
  },
  {
    name: 'mixed-encodings.csv',
    bytes: () =>
      Buffer.concat([
        Buffer.from('adresse;logements\n12 rue Général-Foy;3\n'),
        cp1252('14 rue Général-Foy;4\n'),
      ]),
    rows: [
      { address: { number: '12', street: 'rue Général-Foy' } },
      { address: { number: '14', street: 'rue Général-Foy' } },
    ],
  },
  {
    name: 'utf-16-le.csv',
    bytes: () => utf16('adresse;logements\n12 rue Général-Foy;3\n', false),
    rows: [{ address: { number: '12', street: 'rue Général-Foy' }, doors: 3 }],
    mapping: { encoding: 'UTF-16 LE' },
  },
  {
    name: 'utf-16-be.txt',
    bytes: () => utf16('adresse\tlogements\r\n12 rue Général-Foy\t3\r\n', true),
    rows: [{ address: { number: '12', street: 'rue Général-Foy' }, doors: 3 }],
    mapping: { encoding: 'UTF-16 BE' },
  },
  {
    name: 'windows-1252.csv',
    bytes: () => cp1252('N°;Rue;Qté\n12;rue de l’Évêché;x\n'.replace('’', '\x92')),
    rows: [{ address: { number: '12', street: 'rue de l’Évêché' } }],
    mapping: { encoding: 'Windows-1252' },
  },
  {
    name: 'lines-that-are-numbered.csv',
    bytes: () =>
      cp1252(
        'Liste du 9e\nN°;Adresse;Code postal;Nb logts\n1;12 rue Condorcet;75009;24\n2;38 R. MARGUERITE DE ROCHECHOUART;75009;8\n3;5 rue Condorcet;75009;3\n',
      ),
    rows: [
      { address: { ...HOME, postcode: '75009' }, doors: 24 },
      { address: { number: '38', street: 'R. MARGUERITE DE ROCHECHOUART', postcode: '75009' }, doors: 8 },
      { address: { number: '5', street: 'rue Condorcet', postcode: '75009' }, doors: 3 },
    ],
  },
  {
    name: 'numbers-beside-streets-with-numbers.csv',
    bytes: () =>
      Buffer.from('N°,Rue,Logements\n12,8 Mai 1945,24\n3,rue du 8 Mai 1945,2\n16,2 rue Condorcet,4\n'),
    rows: [
      { address: { number: '12', street: '8 Mai 1945' }, doors: 24 },
      { address: { number: '3', street: 'rue du 8 Mai 1945' }, doors: 2 },
    ],
    refused: [[4, 'number', /one house number: the address has another one/]],
  },
  {
    name: 'utf-8-with-bom-and-empty-lines.csv',
    bytes: () => Buffer.from('\uFEFF\r\n\r\nadresse,doors\r\n\r\n12 rue Condorcet,24\r\n,,\r\n\r\n'),
    rows: [{ address: HOME, doors: 24 }],
  },
  {
    name: 'same-id-twice.csv',
    bytes: () => Buffer.from('id,doors\na,3\na,4\n'),
    rows: [
      { id: 'a', doors: 3 },
      { id: 'a', doors: 4 },
    ],
    repaired: [[3, 'id']],
  },
  {
    name: 'quotes.csv',
    bytes: () =>
      Buffer.from('id,adresse\na,"12 rue ""X"", 75009 Paris"\nb,14 rue "Y"\n"c","16 rue Z\n75010 Paris"\n'),
    rows: [
      { id: 'a', address: { number: '12', street: 'rue "X"', postcode: '75009', city: 'Paris' } },
      { id: 'b', address: { number: '14', street: 'rue "Y"' } },
      { id: 'c', address: { number: '16', street: 'rue Z', postcode: '75010', city: 'Paris' } },
    ],
  },
  {
    name: 'a-quote-never-closed.csv',
    bytes: () => Buffer.from(`id,adresse\na,"12 rue X\n${'b,14 rue Y\n'.repeat(20)}`),
    error: ['list.damaged', /quotation mark.*remove it/],
  },
  {
    name: 'two-hundred-columns.csv',
    bytes: () => {
      const others = Array.from({ length: 198 }, (_, at) => `champ_${at}`)
      return Buffer.from(
        `${others.join(';')};Adresse;Logements\n${others.map(() => '7').join(';')};12 rue Condorcet;24\n`,
      )
    },
    rows: [{ address: HOME, doors: 24 }],
  },
  {
    name: 'titles-above-a-total-below.csv',
    bytes: () =>
      Buffer.from(
        'Immeubles du quartier;;\nMise à jour : mars;;\n;;\n;;\nAdresse;Logements;Priorité\n12 rue Condorcet;1 024;85 %\n14 rue Condorcet;24 logements;40\nTotal;1048;\nSource : mairie;;\n',
      ),
    rows: [
      { address: HOME, doors: 1024, priority: 85 },
      { doors: 24, priority: 40 },
    ],
    mapping: { headerLine: 5 },
    repaired: [
      [6, 'doors'],
      [6, 'priority'],
      [7, 'doors'],
    ],
    refused: [
      [8, 'line', /a building/],
      [9, 'address', /a number and a street/],
    ],
  },
  {
    name: 'nothing-is-known-of-it.csv',
    bytes: () =>
      Buffer.from(
        'adresse,doors,floors\n12 rue Condorcet,n/a,-\n14 rue Condorcet,#REF!,R+5\n16 rue Condorcet,beaucoup,3\n',
      ),
    rows: [{ address: HOME }, { floors: 6 }],
    repaired: [[3, 'storeys']],
    refused: [[4, 'doors', /a whole number of doors/]],
  },
  {
    name: 'house-numbers-made-dates.csv',
    bytes: () =>
      Buffer.from(
        'numero,rue,cp\n12 BIS,rue A,1000\n3-mai,rue A,75009\n01/05/2026,rue A,75009\n12-14,rue A,75009\n',
      ),
    rows: [
      { address: { number: '12 bis', street: 'rue A', postcode: '01000' } },
      { address: { number: '12-14', street: 'rue A', postcode: '75009' } },
    ],
    repaired: [[2, 'postcode']],
    refused: [
      [3, 'number', /made a date of it.*apostrophe/],
      [4, 'number', /made a date of it/],
    ],
  },
  {
    name: 'all-in-one-column.csv',
    bytes: () =>
      Buffer.from(
        'Adresse\n"12 bis rue Condorcet, 75009 Paris"\n"Bât. B, 3 av. Trudaine 75009 PARIS CEDEX 09"\n"Mme Dupont, 5 rue Turgot, Paris 75009"\n"rue de Rochechouart"\n',
      ),
    rows: [
      { address: { number: '12 bis', street: 'rue Condorcet', postcode: '75009', city: 'Paris' } },
      { entrance: 'B', address: { number: '3', street: 'av. Trudaine', postcode: '75009', city: 'PARIS' } },
      { address: { number: '5', street: 'rue Turgot', postcode: '75009', city: 'Paris' } },
    ],
    repaired: [[4, 'address']],
    refused: [[5, 'address', /a number and a street, coordinates or an id/]],
  },
  {
    name: 'coordinates-in-one-column.csv',
    bytes: () =>
      Buffer.from(
        'ref;Coordonnées GPS\na;48.8791, 2.3475\nb;"48,8791 ; 2,3475"\nc;POINT(2.3475 48.8791)\nd;48.8791° N, 2.3475° E\ne;quelque part\n',
      ),
    rows: [
      { id: 'a', ...AT },
      { id: 'b', ...AT },
      { id: 'c', ...AT },
      { id: 'd', ...AT },
    ],
    refused: [[6, 'place', /latitude, longitude/]],
  },
  {
    name: 'another-table-below.csv',
    bytes: () =>
      Buffer.from(
        'Adresse,Logements\n12 rue Condorcet,24\nAdresse,Logements\n14 rue Condorcet,3\n,\nVille,Code postal\nParis,75009\n',
      ),
    rows: [{ address: HOME }, { doors: 3 }],
    refused: [
      [6, 'line', /another table.*sheet of its own/],
      [7, 'line', /another table/],
    ],
  },
  {
    name: 'outside-the-region.csv',
    bytes: () => Buffer.from('id,lon,lat\na,2.3475,48.8791\nb,4.8357,45.764\nc,0,0\n'),
    rows: [{ id: 'a', ...AT }],
    refused: [
      [3, 'lng', /a place in the region/],
      [4, 'lng', /a place in the region/],
    ],
  },
  {
    name: 'ids-cut-short.csv',
    bytes: () => Buffer.from('id,doors\n"1,23E+11",3\nb,4\n'),
    rows: [{ id: 'b' }],
    refused: [[2, 'id', /cut short/]],
  },
  {
    name: 'national-address-base.csv',
    bytes: () =>
      Buffer.from(
        'id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat;type_position\n75109_2366_00012_bis;;12;bis;Rue Condorcet;75009;75109;Paris;652144.85;6864539.93;2.3475;48.8791;entrée\n',
      ),
    rows: [
      {
        id: '75109_2366_00012_bis',
        ...AT,
        address: { number: '12 bis', street: 'Rue Condorcet', postcode: '75009', city: 'Paris' },
      },
    ],
  },
  {
    name: 'electoral-roll.csv',
    bytes: () =>
      Buffer.from(
        'id_brut_bv_reu,code_commune_ref,longitude,latitude,geo_type,geo_score,nb_adresses\n75109_25,75109,2.3475,48.8791,housenumber,0.96,2\n75109_25,75109,2.3476,48.8791,street,0.61,9\n',
      ),
    rows: [{ ...AT }],
    refused: [[3, 'precision', /house number/]],
  },
  {
    name: 'persons.csv',
    bytes: () =>
      Buffer.from(
        'Nom,Prénom,Adresse,Mail,Tél,Né le,Remarques,Col8\nDurand,Zoé,12 rue Condorcet,z@d.fr,0612345678,12/03/1961,gentille,zoe.durand@d.fr\nSy,Awa,14 rue Condorcet,a@s.fr,0698765432,01/01/1990,absente,awa@s.fr\n',
      ),
    rows: [{ address: HOME }, { address: { number: '14', street: 'rue Condorcet' } }],
    personal: ['Nom', 'Prénom', 'Mail', 'Tél', 'Né le', 'Remarques', 'Col8'],
  },
  {
    name: 'streets-of-persons.csv',
    bytes: () =>
      Buffer.from(
        'NUMERO;TYPE_VOIE;NOM_VOIE;CP;NB_LOGTS\n12;RUE;JEAN JAURES;75009;24\n14B;RUE;VICTOR HUGO;75009;3\n',
      ),
    rows: [
      { address: { number: '12', street: 'RUE JEAN JAURES', postcode: '75009' } },
      { address: { number: '14B', street: 'RUE VICTOR HUGO', postcode: '75009' }, doors: 3 },
    ],
  },
  {
    name: 'one-column-without-a-name.csv',
    bytes: () => Buffer.from('à voir\n12 rue Condorcet 75009 Paris\n14 rue Condorcet 75009 Paris\n'),
    rows: [
      { address: { ...HOME, postcode: '75009', city: 'Paris' } },
      { address: { number: '14', street: 'rue Condorcet', postcode: '75009', city: 'Paris' } },
    ],
    refused: [[1, 'address', /a number and a street/]],
  },
  {
    name: 'says-as.csv',
    bytes: () => Buffer.from('A,B,C\nxx,12 rue Condorcet,7\n'),
    as: { address: 'B', doors: 'C' },
    rows: [{ address: HOME, doors: 7 }],
  },
  {
    name: 'nothing-to-go-by.csv',
    bytes: () => Buffer.from('Couleur,Forme\nrouge,7\n'),
    error: ['list.columns', /"Couleur", "Forme".*Say of a column that it is the address/],
  },
]

const BOOKS: UglyList[] = [
  {
    name: 'plain.xlsx',
    bytes: () => book({ name: 'Feuil1', rows: [HEAD, ONE] }),
    rows: [{ ...AT, address: HOME, doors: 24 }],
    mapping: { format: 'Excel', sheet: 'Feuil1' },
  },
  {
    name: 'hidden-sheet-first.xlsx',
    bytes: () =>
      book(
        { name: 'Paramètres', rows: [['Adresse'], ['1 rue Y']], hidden: true },
        { name: 'Garde', rows: [['Campagne du printemps']] },
        { name: 'Liste', rows: [HEAD, ONE] },
      ),
    rows: [{ ...AT, address: HOME }],
    mapping: { sheet: 'Liste' },
  },
  {
    name: 'asks-for-a-sheet.xlsx',
    bytes: () =>
      book({ name: 'A', rows: [HEAD, ONE] }, { name: 'B', rows: [HEAD, ['3 rue X', 2.348, 48.879, 5]] }),
    sheet: 'b',
    rows: [{ doors: 5 }],
  },
  {
    name: 'no-such-sheet.xlsx',
    bytes: () => book({ name: 'A', rows: [HEAD, ONE] }),
    sheet: 'Z',
    error: ['list.sheet', /no sheet "Z"; the sheets are "A"/],
  },
  {
    name: 'merged-header.xlsx',
    bytes: () =>
      book({
        name: 'A',
        rows: [
          ['Quartier Nord', null, null, null, null],
          ['Immeuble', 'Adresse', null, null, 'Logements'],
          [null, 'N°', 'Rue', 'CP', null],
          ['a', '12', 'rue Condorcet', '75009', 24],
        ],
      }),
    rows: [{ address: { ...HOME, postcode: '75009' }, doors: 24 }],
    mapping: { headerLine: 3 },
  },
  {
    name: 'dates-and-texts.xlsx',
    bytes: () =>
      book({
        name: 'A',
        rows: [
          ['N°', 'Rue', 'CP', 'Logements', 'Étages', 'Passage'],
          [12, 'rue Condorcet', 75009, '24', 5, new Date('2026-03-14')],
          [new Date('2026-05-03'), 'rue Condorcet', 75009, 3, 1, null],
          ['12 bis', 'rue Condorcet', 1000, 3, null, null],
        ],
      }),
    rows: [
      { address: { ...HOME, postcode: '75009' }, doors: 24, floors: 6 },
      { address: { number: '12 bis', street: 'rue Condorcet', postcode: '01000' } },
    ],
    repaired: [[4, 'postcode']],
    refused: [[3, 'number', /made a date of it/]],
  },
  {
    name: 'two-tables-side-by-side.xlsx',
    bytes: () =>
      book({
        name: 'A',
        rows: [
          ['Adresse', 'Logements', null, 'Adresse', 'Logements'],
          ['12 rue Condorcet', 24, null, '1 rue Z', 3],
        ],
      }),
    rows: [{ address: HOME, doors: 24 }],
  },
  {
    name: 'libreoffice.ods',
    bytes: () => writeOds({ sheets: [{ name: 'Liste', rows: [HEAD, ONE] }] }),
    rows: [{ ...AT, address: HOME }],
    mapping: { format: 'OpenDocument' },
  },
  {
    name: 'password.xlsx',
    bytes: () =>
      writeXlsx({ sheets: [{ name: 'A', rows: [HEAD, ONE] }], encryption: { password: 'x', spinCount: 1 } }),
    error: ['list.format', /protected by a password.*take the password away/],
  },
  {
    name: 'cut-off.xlsx',
    bytes: async () => (await book({ name: 'A', rows: [HEAD, ONE] })).subarray(0, 900),
    error: ['list.damaged', /cut off or damaged.*save it again/],
  },
  {
    name: 'swells.xlsx',
    bytes: () =>
      zipOf({
        'xl/workbook.xml': Buffer.from('<workbook/>'),
        'xl/sharedStrings.xml': Buffer.alloc(160_000_000, 32),
      }),
    error: ['list.too_large', /unpacked it has more than 150 MB.*CSV/],
  },
  {
    name: 'empty.xlsx',
    bytes: () => book({ name: 'A', rows: [] }),
    error: ['list.damaged', /holds no line/],
  },
]

const ENTRIES: UglyList[] = [
  {
    name: 'points.geojson',
    bytes: () =>
      json({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { ref: 'a', logements: '24' },
            geometry: { type: 'Point', coordinates: AT.location },
          },
          {
            type: 'Feature',
            properties: { ref: 'b', email: 'a@b.fr' },
            geometry: { type: 'Point', coordinates: [48.8791, 2.3475] },
          },
        ],
      }),
    rows: [
      { id: 'a', ...AT, doors: 24 },
      { id: 'b', ...AT },
    ],
    repaired: [[2, 'lng, lat']],
    personal: ['email'],
  },
  {
    name: 'outlines-to-leave-out.geojson',
    bytes: () =>
      json({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { ref: 'cité', exclure: 'oui' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [2.347, 48.879],
                  [2.348, 48.879],
                  [2.348, 48.88],
                  [2.347, 48.88],
                  [2.347, 48.879],
                ],
              ],
            },
          },
        ],
      }),
    rows: [{ id: 'cité', exclude: true, location: [2.3475, 48.8795] }],
  },
  {
    name: 'targets.json',
    bytes: () => json({ targets: [{ id: 'a', location: AT.location, address: HOME, key: true, doors: 3 }] }),
    rows: [{ id: 'a', ...AT, address: HOME, key: true, doors: 3 }],
  },
]

const NO_LISTS: UglyList[] = [
  { name: 'empty.csv', bytes: () => new Uint8Array(), error: ['list.damaged', /is empty/] },
  {
    name: 'a-pdf.csv',
    bytes: () => Buffer.from('%PDF-1.7\n'),
    error: ['list.format', /it is a PDF.*Ask for the table itself/],
  },
  {
    name: 'a-page.xls',
    bytes: () => Buffer.from('<html><table><tr><td>Adresse</td></tr></table></html>'),
    error: ['list.format', /web page.*Excel or LibreOffice/],
  },
  {
    name: 'spreadsheet-2003.xls',
    bytes: () =>
      Buffer.from('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    error: ['list.format', /spreadsheet in XML/],
  },
  {
    name: 'list.numbers',
    bytes: () => zipOf({ 'Index/Document.iwa': Buffer.from('x') }),
    error: ['list.format', /Apple Numbers.*Export To/],
  },
  {
    name: 'letter.docx',
    bytes: () => zipOf({ 'word/document.xml': Buffer.from('x') }),
    error: ['list.format', /Word/],
  },
  {
    name: 'archive.zip',
    bytes: () => zipOf({ 'list.csv': Buffer.from('x') }),
    error: ['list.format', /ZIP archive.*Unpack it/],
  },
  { name: 'packed.csv', bytes: () => Buffer.from([0x1f, 0x8b, 8, 0]), error: ['list.format', /gzip/] },
  {
    name: 'contacts.vcf',
    bytes: () => Buffer.from('BEGIN:VCARD\nFN:X\n'),
    error: ['list.format', /contacts.*not imported/],
  },
  {
    name: 'photo.csv',
    bytes: () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    error: ['list.format', /a picture/],
  },
  { name: 'noise.csv', bytes: noise, error: ['list.format', /not a text/] },
  {
    name: 'broken.geojson',
    bytes: () => Buffer.from('{"type":"FeatureCollection","features":['),
    error: ['list.damaged', /no JSON, or cut off/],
  },
]

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

/** The same each time. */
function noise(): Uint8Array {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16))
  return cipher.update(Buffer.alloc(4_096))
}

export const UGLY_LISTS: readonly UglyList[] = [...TEXT_LISTS, ...BOOKS, ...ENTRIES, ...NO_LISTS]

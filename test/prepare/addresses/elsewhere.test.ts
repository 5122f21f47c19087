import { expect, it } from 'vitest'
import { place } from '../../support/worlds/osm-fixture.ts'
import { oneStreet } from '../../support/worlds/osm-worlds.ts'
import { fileWith, prepareWorld } from '../../support/worlds/prepared.ts'

const HEAD = 'numero;nom_voie;lon;lat'
const AT = place(60, -13).join(';')

it.each([
  [
    'lies elsewhere',
    [HEAD, '3;rue droite;5.37;43.3'],
    /none of 1 rows lies in the region .*: the first is at 5\.37, 43\.3\. Expected the table of the place/,
  ],
  [
    'lies elsewhere by metres',
    [HEAD, '3;rue droite;892389;6254625'],
    /the first is at 892389, 6254625\. Expected .* in degrees \(EPSG:4326\), Lambert-93/,
  ],
  [
    'has longitude and latitude turned round',
    [HEAD, `3;rue droite;${place(60, -13).toReversed().join(';')}`],
    /Turned round it would/,
  ],
  [
    'has no numbers for places',
    [HEAD, '3;rue droite;east;north'],
    /none of 1 rows can be used.*lon: "east" came, a longitude in degrees/,
  ],
  [
    'has no house numbers',
    [HEAD, `;rue droite;${AT}`, `99999;rue droite;${AT}`],
    /none of 2 rows has a house number/,
  ],
  ['has no rows', [HEAD], /has no rows/],
])('a table of addresses that %s is refused', async (_, lines, words) => {
  const addresses = await fileWith('a.csv', lines.join('\n'))
  await expect(prepareWorld(oneStreet(), { addresses })).rejects.toMatchObject({
    code: 'addresses.nothing',
    message: expect.stringMatching(words) as string,
  })
})

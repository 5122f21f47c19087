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
    /none of 1 rows is an address of the region: 1 lie outside, the first at 5\.37, 43\.3/,
  ],
  [
    'is in other coordinates',
    [HEAD, '3;rue droite;652389;6864625'],
    /none of 1 rows can be used.*"652389" came, a longitude in degrees/,
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

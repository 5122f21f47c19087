import { expect, test } from 'vitest'
import { bytesSource } from '@doorwalk/prepare/sheets/list-source'
import { listAs } from '@doorwalk/prepare/target-lists/list-as'
import { readList } from '@doorwalk/prepare/target-lists/read-list'

const BBOX = [2.3432, 48.87717, 2.3541, 48.88119] as const

test('A column is named by what it is, in any case', () => {
  expect(listAs(['Street=Nom de la voie', 'lon = X', 'ignore=Adresse'])).toEqual({
    fields: { street: 'Nom de la voie', lng: 'X' },
    ignored: ['Adresse'],
  })
})

test.each([
  ['rue=B', /fields are id, address/],
  ['street', /expected FIELD=COLUMN/],
  ['street=', /expected FIELD=COLUMN/],
])('"%s" is refused with what is known', (wish, words) => {
  expect(() => listAs([wish])).toThrow(words)
  expect(() => listAs(['lng=A', 'lon=B'])).toThrow(/said twice/)
})

const read = (text: string, ...wishes: string[]) =>
  readList(bytesSource('list.csv', Buffer.from(text)), { bbox: BBOX, as: listAs(wishes) })

test('A column that is not there is refused with those that are', async () => {
  await expect(read('Rue,N\nx,1\n', 'street=Roue')).rejects.toThrow(
    'no column "Roue". The columns are "Rue", "N"',
  )
})

test('A list of nothing but names of columns is said to have no line', async () => {
  for (const text of ['adresse;logements\n', 'adresse;logements', 'doors,floors\n\n'])
    await expect(read(text)).rejects.toThrow('holds no line below the names of its columns')
})

test('A column of persons is not read as text, whoever asks for it', async () => {
  const text = 'Adresse,Gardien,Contact\n12 rue X,7,zoe@d.fr\n14 rue X,9,awa@s.fr\n'
  await expect(read(text, 'entrance=Gardien')).rejects.toThrow(
    /"Gardien" is not read as entrance: it holds names/,
  )
  await expect(read(text, 'doors=Contact')).rejects.toThrow(/holds names/)
  const { mapping } = await read(text, 'doors=Gardien', 'ignore=Contact')
  expect(mapping.columns.map(({ field }) => field)).toEqual(['address', 'doors', null])
})

test('An ignored column is not read, whatever it is called', async () => {
  const { mapping } = await read('Adresse,Logements,Portes\n12 rue X,7,9\n', 'ignore=Logements')
  expect(mapping.columns.map(({ field }) => field)).toEqual(['address', null, 'doors'])
})

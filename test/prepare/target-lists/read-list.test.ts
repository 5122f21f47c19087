import { expect, test } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { bytesSource } from '@doorwalk/prepare/sheets/list-source'
import { say } from '@doorwalk/prepare/list-words/say'
import { readList } from '@doorwalk/prepare/target-lists/read-list'
import type { ListLine, ListMapping } from '@doorwalk/prepare/target-lists/target-list'
import { UGLY_LISTS, type UglyList } from './ugly-lists.ts'

const BBOX = [2.3432, 48.87717, 2.3541, 48.88119] as const

async function read({
  name,
  bytes,
  as,
  sheet,
}: UglyList): Promise<{ mapping: ListMapping; lines: ListLine[] }> {
  const { mapping, lines } = await readList(bytesSource(name, await bytes()), {
    bbox: BBOX,
    ...(as ? { as: { fields: as, ignored: [] } } : {}),
    ...(sheet === undefined ? {} : { sheet }),
  })
  const all: ListLine[] = []
  for await (const line of lines) all.push(line)
  return { mapping, lines: all }
}

test.each(UGLY_LISTS.map((list) => [list.name, list] as const))('%s', async (_, list) => {
  if (list.error) {
    const [code, words] = list.error
    const error: unknown = await read(list).then(
      () => undefined,
      (cause: unknown) => cause,
    )
    expect(error).toBeInstanceOf(VisibleError)
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) as string })
    return
  }
  const { mapping, lines } = await read(list)
  expect(mapping).toMatchObject(list.mapping ?? {})
  expect(mapping.columns.filter(({ refused }) => refused).map(({ name }) => name)).toEqual(
    list.personal ?? [],
  )
  const rows = lines.flatMap(({ row }) => row ?? [])
  expect(rows).toHaveLength(list.rows?.length ?? 0)
  for (const [at, row] of (list.rows ?? []).entries()) expectRow(rows[at]!, row)
  expect(lines.flatMap(({ repairs }) => repairs.map(({ line, field }) => [line, field]))).toEqual(
    list.repaired ?? [],
  )
  const refused = lines.flatMap(({ refusal }) => refusal ?? [])
  expect(refused.map(({ line, field }) => [line, field])).toEqual(
    (list.refused ?? []).map(([line, field]) => [line, field]),
  )
  for (const [at, [, , words]] of (list.refused ?? []).entries())
    expect(say(refused[at]!.expected, 'en')).toMatch(words)
})

function expectRow(row: NonNullable<ListLine['row']>, { location, ...others }: Partial<typeof row>): void {
  expect(row).toMatchObject(others)
  if (!location) return
  expect(row.location?.[0]).toBeCloseTo(location[0], 5)
  expect(row.location?.[1]).toBeCloseTo(location[1], 5)
}

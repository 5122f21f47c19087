import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { CSV_COLUMNS, planToCsv, walkToCsv } from '@doorwalk/core/formats/csv'
import { csvCell } from '@doorwalk/core/words/escape'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

function rows(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, record_delimiter: '\r\n' })
}

describe('walkToCsv', () => {
  it('has a line per target in walking order, then the reserves', () => {
    const plan = fixturePlan({ walks: 2, stops: 3, targets: 2, reserves: 1 })
    const all = plan.walks.flatMap((walk) => rows(walkToCsv(walk)))
    expect(all.map(({ walk, kind, label }) => `${walk} ${kind} ${label}`)).toEqual(
      [1, 2].flatMap((walk) => [
        ...['1a', '1b', '2a', '2b', '3a', '3b'].map((label) => `${walk} stop ${label}`),
        `${walk} reserve R1`,
      ]),
    )
    const target = plan.walks[0]!.stops[0]!.targets[0]!
    expect(all[0]).toMatchObject({
      target: target.id,
      address: target.address,
      doors: String(target.doors),
      lng: String(target.location[0]),
    })
  })

  it('has the walks of a plan one after the other, under one header', () => {
    const plan = fixturePlan({ walks: 3, stops: 4, targets: 2, reserves: 1 })
    expect(rows(planToCsv(plan))).toEqual(plan.walks.flatMap((walk) => rows(walkToCsv(walk))))
    expect(planToCsv({ walks: [] })).toBe(`${CSV_COLUMNS.join(',')}\r\n`)
  })

  it('says the floors of a part in the language of the walk', () => {
    const walk = fixturePlan({ walks: 1, stops: 1, reserves: 0, language: 'en' }).walks[0]!
    const stop = walk.stops[0]!
    const part = { number: 2, of: 8, fromFloor: 4, toFloor: 6 }
    const entrance = { id: 'e1', label: 'B' }
    const told = { ...walk, stops: [{ ...stop, targets: [{ ...stop.targets[0]!, entrance, part }] }] }
    expect(rows(walkToCsv(told))[0]).toMatchObject({
      ...{ fromFloor: '4', toFloor: '6', within: 'entrance B · floors 6–4' },
    })
  })

  it('quotes commas, quotes and line breaks', () => {
    const address = '12, cour "du Lion"\r\nescalier B'
    const walk = fixturePlan({ walks: 1, stops: 1, address }).walks[0]!
    expect(rows(walkToCsv(walk))[0]?.address).toBe(address)
  })

  it.each(['=HYPERLINK("http://x")', '+33', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])(
    'does not let a spreadsheet run %j',
    (address) => {
      const walk = fixturePlan({ walks: 1, stops: 1, address }).walks[0]!
      expect(rows(walkToCsv(walk))[0]?.address).toBe(`'${address}`)
    },
  )

  it.each([
    ['Rue A;=1+1', "Rue A;'=1+1"],
    ['Rue A\n @SUM(A1)', "Rue A\n '@SUM(A1)"],
    ['=1;+1', "'=1;'+1"],
    ['Rue A; B-C', 'Rue A; B-C'],
  ])('does not let one with other separators run %j', (address, written) => {
    const walk = fixturePlan({ walks: 1, stops: 1, address }).walks[0]!
    expect(rows(walkToCsv(walk))[0]?.address).toBe(written)
  })

  it('leaves negative numbers numbers', () => {
    expect(csvCell(-1.5)).toBe('-1.5')
  })

  it('reads back whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parse(`a,b\r\n${csvCell(text)},x\r\n`, { columns: true, record_delimiter: '\r\n' })
        const [row] = read as Record<string, string>[]
        expect(row?.a?.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
      }),
    )
  })

  it('has the header alone for an empty walk', () => {
    const walk = fixturePlan({ walks: 1, stops: 0, reserves: 0 }).walks[0]!
    expect(walkToCsv(walk)).toBe(`${CSV_COLUMNS.join(',')}\r\n`)
  })
})

import { describe, expect, it } from 'vitest'
import {
  type WeekendDraft,
  addShift,
  firstDraft,
  isWeekendDraft,
  shiftFault,
  tickKey,
  toggleTick,
} from '../../../web/src/console/model/weekend/draft.ts'
import { instantOf } from '../../../web/src/console/model/weekend/instant.ts'
import { commonMoments, crewsOf } from '../../../web/src/console/model/weekend/crews.ts'
import { timeRemarks } from '../../../web/src/console/model/people/time-remarks.ts'
import { readList } from '../../../web/src/console/model/people/list.ts'
import { batchOf, faultsOf } from '../../../web/src/console/model/weekend/request.ts'
import { plansToGive, rowsOf, totalsOf } from '../../../web/src/console/model/weekend/results.ts'
import { en } from '../../../web/src/console/words/en/weekend.ts'
import { fr } from '../../../web/src/console/words/fr/weekend.ts'

const WEDNESDAY = new Date(2026, 2, 11, 9, 30)
const people = { by: 'number' as const, teams: 4, minutes: 90, list: '' }
const draft = (more: Partial<WeekendDraft> = {}): WeekendDraft => ({
  ...firstDraft(WEDNESDAY),
  people,
  ...more,
})

describe('the draft of a weekend', () => {
  it('begins with the weekend that comes, on Saturday with the next one', () => {
    expect(draft().shifts.map(({ date, from }) => `${date} ${from}`)).toEqual([
      '2026-03-14 10:00',
      '2026-03-14 14:00',
      '2026-03-15 10:00',
    ])
    expect(firstDraft(new Date(2026, 2, 14, 8)).shifts[0]?.date).toBe('2026-03-21')
    expect(addShift(draft()).at(-1)).toEqual({ date: '2026-03-16', from: '10:00', to: '12:00' })
    expect(isWeekendDraft(JSON.parse(JSON.stringify(draft())))).toBe(true)
    for (const kept of [null, {}, { ...draft(), shifts: [{}] }, { ...draft(), areas: [{ kind: 'x' }] }])
      expect(isWeekendDraft(kept)).toBe(false)
  })

  it('says what of a shift cannot be', () => {
    const fault = (from: string, to: string, date = '2026-03-14') => shiftFault({ date, from, to }, WEDNESDAY)
    expect(fault('10:00', '12:00')).toBeNull()
    expect(fault('10:00', '12:00', '')).toBe('empty')
    expect(fault('', '12:00')).toBe('empty')
    expect(fault('12:00', '10:00')).toBe('order')
    expect(fault('10:00', '10:05')).toBe('length')
    expect(fault('06:00', '20:00')).toBe('length')
    expect(fault('09:00', '11:00', '2026-03-11')).toBe('past')
  })

  it('becomes the request of a batch, with labels that are told apart', () => {
    const areas = [
      { kind: 'precinct' as const, code: '0925' },
      { kind: 'stored' as const, id: 'area_1' },
      { kind: 'stored' as const, id: 'area_2' },
    ]
    const labels = new Map(
      areas.map((tick) => [tickKey(tick), tick.kind === 'stored' ? 'North' : '0925 · 9e']),
    )
    const said = { region: 'paris', volunteers: [{ id: 'x1' }], labels, language: 'fr' as const }
    expect(batchOf(draft({ areas, label: ' Tour ', ranking: 'rk_1' }), said)).toEqual({
      region: 'paris',
      label: 'Tour',
      areas: [
        { label: '0925 · 9e', area: { precincts: ['0925'] } },
        { label: 'North', area: { id: 'area_1' } },
        { label: 'North (2)', area: { id: 'area_2' } },
      ],
      shifts: [
        { startAt: instantOf('2026-03-14', '10:00'), minutes: 120 },
        { startAt: instantOf('2026-03-14', '14:00'), minutes: 120 },
        { startAt: instantOf('2026-03-15', '10:00'), minutes: 120 },
      ],
      volunteers: [{ id: 'x1' }],
      priority: { ranking: 'rk_1' },
      commit: true,
      language: 'fr',
    })
    expect(batchOf(draft(), said)).not.toHaveProperty('areas')
  })

  it('names each field that stands in the way', () => {
    const tick = (code: number) => ({ kind: 'precinct' as const, code: String(code) })
    const many = Array.from({ length: 21 }, (_, code) => tick(code))
    const shifts = [...draft().shifts, { date: '', from: '', to: '' }]
    expect(faultsOf(draft(), WEDNESDAY)).toEqual([])
    expect(
      faultsOf(draft({ shifts, areas: many.slice(0, 20), people: { ...people, teams: null } }), WEDNESDAY),
    ).toEqual([
      { pointer: '/shifts/3', fault: 'empty' },
      { pointer: '/areas', fault: 'many_plans' },
      { pointer: '/volunteers', fault: 'nobody' },
    ])
    expect(faultsOf(draft({ areas: many }), WEDNESDAY)).toEqual([{ pointer: '/areas', fault: 'many_areas' }])
    expect(faultsOf(draft({ shifts: [] }), WEDNESDAY)).toEqual([{ pointer: '/shifts', fault: 'no_shift' }])
    expect(toggleTick([tick(1), tick(2)], tick(1))).toEqual([tick(2)])
    expect(toggleTick([tick(2)], tick(1))).toEqual([tick(2), tick(1)])
  })
})

describe('people of a weekend', () => {
  const list = "Mia samedi\nPaul jusqu'à 11h\nAda 3h à partir de 10h30\nZoé mardi"
  const [first, second, third] = draft().shifts
  const own = draft({
    people: { ...people, by: 'list', list },
    shifts: [first!, { ...second!, list: 'Léo\nMia' }, third!],
  })

  it('are those of the list who come, or of the own list of a shift', () => {
    expect(crewsOf(own)).toEqual([
      [{ id: 'Mia 1' }, { id: 'Paul 1', minutes: 60 }, { id: 'Ada 1', minutes: 90 }],
      [{ id: 'Léo 1' }, { id: 'Mia 1' }],
      [
        { id: 'Paul 1', minutes: 60 },
        { id: 'Ada 1', minutes: 90 },
      ],
    ])
    expect(crewsOf(draft()).map((crew) => crew.length)).toEqual([4, 4, 4])
    expect(isWeekendDraft(JSON.parse(JSON.stringify(own)))).toBe(true)
    expect(isWeekendDraft({ ...own, shifts: [{ ...first, list: 3 }] })).toBe(false)
    expect(addShift({ shifts: own.shifts.slice(0, 2) }).at(-1)).not.toHaveProperty('list')
  })

  it('are told where nobody comes, or somebody to no shift, later, or for longer than it', () => {
    expect(timeRemarks(readList(list).people, commonMoments(own))).toEqual([
      { line: 3, name: 'Ada', kind: 'later', at: 630, shifts: [1, 3] },
      { line: 4, name: 'Zoé', kind: 'never', text: 'mardi' },
    ])
    expect(timeRemarks(readList('Mia 3h').people, commonMoments(draft()))).toEqual([
      { line: 1, name: 'Mia', kind: 'long', minutes: 180, shifts: [1, 2, 3] },
    ])
    const saturday = { ...people, by: 'list' as const, list: 'Mia samedi' }
    expect(faultsOf(own, WEDNESDAY)).toEqual([])
    expect(faultsOf(draft({ people: saturday }), WEDNESDAY)).toEqual([
      { pointer: '/shifts/2', fault: 'nobody_then' },
    ])
    const empty = [first!, { ...second!, list: ' ' }]
    expect(faultsOf(draft({ people: saturday, shifts: empty }), WEDNESDAY)).toEqual([
      { pointer: '/shifts/1/list', fault: 'nobody' },
    ])
    expect(faultsOf(draft({ people: { ...saturday, list: '' } }), WEDNESDAY)).toEqual([
      { pointer: '/volunteers', fault: 'nobody' },
    ])
  })
})

describe('moments of forms', () => {
  it('are the moment that this device means, on either side of summer time', () => {
    for (const date of ['2026-03-14', '2026-07-14', '2026-03-29'])
      expect(new Date(instantOf(date, '10:30')!).getTime()).toBe(new Date(`${date}T10:30`).getTime())
    expect(instantOf('2026-03-14', '10:30')).toMatch(/^2026-03-14T10:30:00[+-]\d\d:\d\d$/)
    expect(instantOf('2026-02-40', '10:30')).toBeNull()
    expect(instantOf('2026-02-14', '')).toBeNull()
  })
})

describe('results of a weekend', () => {
  it('have a row for each area and a column for each shift', () => {
    const summary = { walks: 2, doors: 50 } as never
    const plan = (planId: string, area: string, status: 'done' | 'failed') => ({
      ...{ planId, area, status, href: '', summary: status === 'done' ? summary : null, error: null },
    })
    const shift = (number: number, plans: ReturnType<typeof plan>[]) => ({
      ...{ number, label: '', startAt: '', endAt: '', plans },
    })
    const shifts = [
      shift(1, [plan('a', 'North', 'done'), plan('b', 'South', 'failed')]),
      shift(2, [plan('c', 'South', 'done')]),
    ]
    expect(rowsOf({ shifts }).map(({ area, plans }) => [area, ...plans.map((one) => one?.planId)])).toEqual([
      ['North', 'a', undefined],
      ['South', 'b', 'c'],
    ])
    expect(totalsOf(shifts.flatMap(({ plans }) => plans))).toEqual({
      plans: 2,
      failed: 1,
      walks: 4,
      doors: 100,
    })
    expect(plansToGive({ shifts }).map(({ planId }) => planId)).toEqual(['a', 'c'])
  })
})

describe('a cell of a weekend', () => {
  it('tells one walk from several, in both languages', () => {
    expect(en.cell('1', '12')).toBe('1 walk · 12 doors')
    expect(en.made('2', '84')).toBe('2 walks, 84 doors.')
    expect(fr.cell('1', '12')).toBe('1 tournée · 12 portes')
    expect(fr.made('0', '0')).toBe('0 tournée, 0 porte.')
  })
})

import { describe, expect, it } from 'vitest'
import {
  lastDay,
  mergeNames,
  namesFile,
  readNamesFile,
  withoutPlan,
} from '../../../web/src/console/model/people/names-file.ts'

const register = { 'v-1': 'Anna', 'v-2': 'Paul + Zoé', 'v-3': 'Karim', 'v-4': 'Léo' }
const crews = { pln_1: ['v-1', 'v-2'], pln_2: ['v-2', 'v-3'] }
const about = { until: '2027-03-21', notice: 'Personal data.' }
const file = namesFile({ register, crews }, { ids: ['v-4'], plans: ['pln_1', 'pln_9'], ...about })
const TODAY = '2026-11-28'
const read = (change: object) => readNamesFile(JSON.stringify({ ...file, ...change }), TODAY)

describe('a file of names', () => {
  it('holds those of its plans and nobody else, and is read as it was written', () => {
    expect(file).toEqual({
      ...{ doorwalk: 'names', version: 1, ...about },
      people: { 'v-1': 'Anna', 'v-2': 'Paul + Zoé', 'v-4': 'Léo' },
      crews: { pln_1: ['v-1', 'v-2'] },
    })
    expect(readNamesFile(`\uFEFF${JSON.stringify(file)}`, TODAY)).toEqual(file)
    expect(read({ until: null })).toMatchObject({ until: null })
    expect(readNamesFile(JSON.stringify(file), '2027-03-21')).toEqual(file)
    expect(lastDay(['2027-03-14', '2027-03-07'])).toBe('2027-03-21')
    expect(lastDay([])).toBeNull()
  })

  it('is refused with what is wrong, and what came', () => {
    expect(readNamesFile('Nom;Prénom\nx;y', TODAY)).toEqual({
      ...{ kind: 'no_json', field: '', came: 'Nom;Prénom\nx;y' },
    })
    expect(readNamesFile('', TODAY)).toMatchObject({ kind: 'no_json' })
    expect(readNamesFile('[1]', TODAY)).toEqual({ kind: 'other_file', field: '', came: '[1]' })
    expect(read({ doorwalk: undefined })).toMatchObject({ kind: 'other_file', field: '/doorwalk' })
    expect(read({ version: 2 })).toEqual({ kind: 'version', field: '/version', came: '2' })
    expect(read({ phones: ['x'] })).toEqual({ kind: 'unknown_field', field: '/phones', came: '["x"]' })
    expect(readNamesFile(JSON.stringify(file), '2027-03-22')).toMatchObject({
      kind: 'over',
      came: '2027-03-21',
    })
    const wrong: [object, string][] = [
      [{ notice: 3 }, '/notice'],
      [{ until: 'soon' }, '/until'],
      [{ until: '2027-13-45' }, '/until'],
      [{ people: [] }, '/people'],
      [{ people: { 'v-1': '' } }, '/people/v-1'],
      [{ people: { 'v-1': { first: 'Anna' } } }, '/people/v-1'],
      [{ people: { 'a b': 'Anna' } }, '/people/a b'],
      [{ crews: 'pln_1' }, '/crews'],
      [{ crews: { pln_1: 'v-1' } }, '/crews/pln_1'],
      [{ crews: { pln_1: ['v 1'] } }, '/crews/pln_1'],
    ]
    for (const [change, field] of wrong) expect(read(change), field).toMatchObject({ kind: 'field', field })
    const cut = JSON.stringify(file).slice(0, -20)
    expect(readNamesFile(cut, TODAY)).toMatchObject({ kind: 'no_json', came: cut.slice(0, 40) })
  })

  it('comes beside what is there: nothing is lost of either, and two names for one are told', () => {
    const own = {
      register: { 'v-1': 'Anna B.', 'v-2': 'Paul + Zoé', 'v-7': 'LEO', 'v-8': 'Max' },
      crews: { pln_1: ['v-8'], pln_3: ['v-7'] },
    }
    const merged = mergeNames(own, file)
    expect(merged).toEqual({
      register: { ...own.register, 'v-4': 'Léo' },
      crews: { pln_1: ['v-8', 'v-1', 'v-2'], pln_3: ['v-7'] },
      ...{ added: 1, known: 1 },
      conflicts: [{ id: 'v-1', mine: 'Anna B.', theirs: 'Anna' }],
      namesakes: ['Léo'],
    })
    // Once more, and in the other order: the same people.
    expect(mergeNames(merged, file)).toMatchObject({
      register: merged.register,
      crews: merged.crews,
      added: 0,
    })
    const back = mergeNames(
      { register: file.people, crews: file.crews },
      { ...file, people: own.register, crews: own.crews },
    )
    expect(Object.keys(back.register).toSorted()).toEqual(Object.keys(merged.register).toSorted())
    expect(back.crews['pln_1']!.toSorted()).toEqual(merged.crews['pln_1']!.toSorted())
  })

  it('goes with its plan; whoever was sent to another stays known', () => {
    expect(withoutPlan({ register, crews }, 'pln_1')).toEqual({
      register: { 'v-2': 'Paul + Zoé', 'v-3': 'Karim', 'v-4': 'Léo' },
      crews: { pln_2: ['v-2', 'v-3'] },
    })
    expect(withoutPlan({ register, crews }, 'pln_9')).toEqual({ register, crews })
  })
})

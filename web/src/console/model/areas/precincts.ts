/** Precincts as people know them: by name, with their numbers, in an order of interest. */
import { findBy } from '../find.ts'

export type Properties = Readonly<Record<string, unknown>>

export interface Precinct {
  code: string
  /** Empty: it has none beside its code. */
  name: string
  fields: Properties
}

/** Under which publishers give a precinct a name, the best first. */
const NAMES = [
  'name',
  'nom',
  'libelle',
  'label',
  'nom_bv',
  'libelle_bv',
  'adresse',
  'quartier',
  'commune',
  'arrondissement',
  'ward',
  'district',
]

export function precinctOf(properties: Properties): Precinct {
  const named = NAMES.map((field) => properties[field]).find(
    (value) => typeof value === 'string' && value.trim() !== '',
  )
  return {
    code: String(properties['code']),
    name: typeof named === 'string' ? named.trim() : '',
    fields: properties,
  }
}

export function sayPrecinct({ code, name }: Pick<Precinct, 'code' | 'name'>): string {
  return name === '' || name === code ? code : `${code} · ${name}`
}

/** By code; or those first that have most of `field`, and those without it last. */
export function sortPrecincts(precincts: readonly Precinct[], field: string): Precinct[] {
  const amount = ({ fields }: Precinct): number => {
    const value = fields[field]
    return typeof value === 'number' ? value : -Infinity
  }
  const byCode = (a: Precinct, b: Precinct): number => a.code.localeCompare(b.code, 'en', { numeric: true })
  if (field === '') return precincts.toSorted(byCode)
  return precincts.toSorted((a, b) =>
    amount(a) === amount(b) ? byCode(a, b) : amount(b) > amount(a) ? 1 : -1,
  )
}

/** Those whose code or name has every word of `search`, accents and case apart. */
export function findPrecincts(precincts: readonly Precinct[], search: string): Precinct[] {
  return findBy(precincts, search, sayPrecinct)
}

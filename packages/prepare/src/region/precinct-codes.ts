/** By which code each precinct goes. A code is unique within a commune; a file may hold several communes. */
import type { Feature } from '../tables/geojson.ts'

/** Properties that name a precinct, best first. */
export const CODE_FIELDS = ['code_bv', 'code', 'codeBureauVote', 'id_bv', 'ref', 'id', 'name']

/** Properties that tell the commune, in the languages of those who publish precincts. */
const COMMUNE = /insee|commun|comune|comuni|munic|codgeo|gemeinde|^ags$|^lau|kommun|concelho|ville|city|town/i
/** Else the next larger one. */
const LARGER =
  /county|parish|freguesia|canton|constitu|circo|district|arrond|depart|^dep$|provin|region|state/i

type Properties = Feature['properties']

/** The first property that every feature has; undefined for none. Upper and lower case are one. */
export function codeFieldOf(features: readonly Feature[]): string | undefined {
  const names = Object.keys(features[0]?.properties ?? {})
  for (const field of CODE_FIELDS) {
    const fitting = [field, ...names.filter((name) => name.toLowerCase() === field.toLowerCase())]
    const found = fitting.find((name) => features.every(({ properties }) => isCode(properties[name])))
    if (found !== undefined) return found
  }
  return undefined
}

export function codeOf(properties: Properties, field: string): string {
  return String(properties[field]).trim()
}

/**
 * The property that tells features of one code apart, because they lie in several communes; undefined when none does.
 */
export function communeField(features: readonly Feature[], codeField: string): string | undefined {
  const names = Object.keys(features[0]?.properties ?? {}).filter(
    (name) => name !== codeField && features.every(({ properties }) => isCode(properties[name])),
  )
  const communes = names.filter((name) => COMMUNE.test(name))
  const candidates = communes.length > 0 ? communes : names.filter((name) => LARGER.test(name))
  return candidates.find((name) => {
    const first = new Map<string, string>()
    return features.some(({ properties }) => {
      const [code, commune] = [codeOf(properties, codeField), codeOf(properties, name)]
      const known = first.get(code)
      if (known === undefined) first.set(code, commune)
      return known !== undefined && known !== commune
    })
  })
}

/** Whether the property names something, so that it stays a text though it looks like a number. */
export function isName(field: string): boolean {
  const words = field
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return COMMUNE.test(field) || words.some((word) => NAMING.has(word))
}

const NAMING = new Set(
  'code id ref name nom insee siren siret tel phone postal postcode zip cp num numero'.split(' '),
)

function isCode(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
}

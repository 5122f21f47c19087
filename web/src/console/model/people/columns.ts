/** The head of a table of people: which column holds what, in French or English. */
import { plainName } from './name.ts'

type ColumnKind = 'name' | 'minutes' | 'hours' | 'start' | 'stairs' | 'with' | 'when' | 'contact' | 'unused'

export interface Columns {
  separator: string
  kinds: ColumnKind[]
  /** Names of columns that are not read. */
  unused: string[]
}

/** Without accents, lower case. */
const HEADS: Readonly<Record<Exclude<ColumnKind, 'unused'>, readonly string[]>> = {
  name: words(
    'nom|prenom|nom et prenom|prenom nom|name|names|first name|last name|surname|benevole|benevoles|volunteer|volunteers|qui|who|personne|personnes|militant|militants',
  ),
  minutes: words('minutes|minute|min|duree|duration|temps|time|disponibilite|duree (min)|minutes de marche'),
  hours: words('heures|heure|hours|hour|h|duree (h)'),
  start: words('adresse|address|depart|start|lieu|adresse de depart|start address|point de depart'),
  stairs: words('sans escalier|sans escaliers|no stairs|no steps|sans marches'),
  with: words('avec|with|binome|pair|partner|equipe'),
  when: words(
    'quand|jour|jours|date|dates|creneau|creneaux|horaire|horaires|disponibilites|when|day|days|shift|shifts|slot|slots|availability',
  ),
  contact: words('telephone|tel|phone|mobile|portable|email|e-mail|mail|courriel|contact'),
}

function words(text: string): readonly string[] {
  return text.split('|')
}

/** Null: the line is no head. */
export function readColumns(line: string): Columns | null {
  const separator = ['\t', ';', ','].find((sign) => line.includes(sign)) ?? '\t'
  const names = splitCells(line, separator)
  const kinds = names.map(kindOf)
  if (!kinds.includes('name')) return null
  const unused = names.filter((name, index) => kinds[index] === 'unused' && name !== '')
  // Somebody may be called so; a head has another column that is known, or stands alone.
  const known = kinds.filter((kind) => kind !== 'unused').length
  if (known < names.length - known) return null
  return { separator, kinds, unused }
}

function kindOf(name: string): ColumnKind {
  const plain = plainName(name).replace(/[?:*]/g, '').trim()
  for (const [kind, heads] of Object.entries(HEADS)) if (heads.includes(plain)) return kind as ColumnKind
  return 'unused'
}

/**
 * Cells of a line; one in quotes may hold a separator.
 *
 * @param separators  each of its characters is one
 */
export function splitCells(line: string, separators: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  // An inch, or a quote that somebody forgot, hides no separator.
  const hasQuotes = (line.split('"').length - 1) % 2 === 0
  for (const sign of line) {
    if (sign === '"' && hasQuotes) isQuoted = !isQuoted
    else if (separators.includes(sign) && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}

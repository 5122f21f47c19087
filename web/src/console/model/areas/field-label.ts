/** What a column of open data is called among people: by a table where it is known, else its name tidied. */

/** By known name, lower case; `list` says a share of votes by the name of the list. */
export interface FieldWords {
  fields: Readonly<Record<string, string>>
  list: (name: string) => string
  /** Of years, such as "Abstention (2020)". */
  inYear: (label: string, year: string) => string
}

const YEAR = /_((?:19|20)\d{2})$/
/** Shares of lists. */
const SHARE = /^(?:pct|part|share|score|voix_pct)_(.+)$/
const SMALL_WORDS = new Set('de du des la le les d l et of the in and'.split(' '))

export function sayField(field: string, words: FieldWords): string {
  const plain = field.toLowerCase()
  const known = words.fields[plain]
  if (known !== undefined) return known
  const [, year] = YEAR.exec(plain) ?? []
  if (year !== undefined) return words.inYear(sayField(field.slice(0, -5), words), year)
  const [, list] = SHARE.exec(plain) ?? []
  return list === undefined ? tidy(field) : words.list(titled(list))
}

/** Numbers of such fields are shares of a hundred. */
export function isShare(field: string): boolean {
  return /^(?:taux|pct|part|share|rate)_|_(?:pct|rate|share)(?:_\d{4})?$/i.test(field)
}

/** "revenu_medianUC" as "Revenu median UC". */
function tidy(field: string): string {
  const spaced = field
    .replace(/([a-zà-ÿ])([A-ZÀ-Ý])/g, '$1 $2')
    .replace(/[_.\-/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** "jean_de_la_rue" as "Jean de la Rue". */
function titled(name: string): string {
  return name
    .split(/[_\s-]+/)
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ')
}

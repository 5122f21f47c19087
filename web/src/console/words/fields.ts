/** Columns of polling stations under names a person would write, and their values with units. */
import { en } from './en/fields.ts'
import { fr } from './fr/fields.ts'
import { inLanguage, sayNumber, sayShare } from '../../words/language.ts'

const fieldsWords = inLanguage({ en, fr })

const SHARE = /^pct_(.+)$/
/** Columns told in hundredths. */
const PERCENT = /^(pct|taux|part|share)_/
/** Differences of shares: 38 % after 52 % is 14 points less, not 14 %. */
const CHANGE = /^delta_(taux_)?abstention$/
const SIGNED = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
/** Columns that say how the data was cut, not where to go. */
const TECHNICAL = /^share_inside|^(code|id|insee)(_|$)/

/** Not every number of a precinct ranks it. */
export function isOrder(field: string): boolean {
  return !TECHNICAL.test(field)
}

/** "abstention", "votes for Grégoire"; an unknown column without its underscores. */
export function sayField(field: string): string {
  const w = fieldsWords()
  const [, of] = SHARE.exec(field) ?? []
  return w.known[field] ?? (of === undefined ? plain(field) : w.share(capital(plain(of))))
}

/** "37.7 %"; empty where there is none. */
export function sayFieldValue(field: string, value: unknown): string {
  if (typeof value !== 'number') return ''
  if (CHANGE.test(field)) return fieldsWords().points(sayNumber(value, SIGNED))
  if (!PERCENT.test(field)) return sayNumber(value, { maximumFractionDigits: value < 100 ? 1 : 0 })
  return field.startsWith('share_')
    ? sayShare(value)
    : sayNumber(value / 100, { style: 'percent', maximumFractionDigits: 1 })
}

function plain(column: string): string {
  return column.replaceAll('_', ' ').trim()
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** Patterns of days, parts of a day, dates and times as people write them beside a name, in French and English. */
import { HOUSE, STREET_WORD } from './text.ts'

export type Part = 'morning' | 'noon' | 'afternoon' | 'evening'

/** From Sunday, as dates of JavaScript count. */
const DAYS: readonly [french: string, english: string, short: string][] = [
  ['dimanche', 'sunday', 'dim|sun'],
  ['lundi', 'monday', 'lun|mon'],
  ['mardi', 'tuesday', 'mar|tues?'],
  ['mercredi', 'wednesday', 'mer|wed'],
  ['jeudi', 'thursday', 'jeu|thu(?:rs?)?'],
  ['vendredi', 'friday', 'ven|fri'],
  ['samedi', 'saturday', 'sam|sat'],
]
const PARTS: Readonly<Record<Part, string>> = {
  morning: 'matin(?:ée)?s?|mornings?|am',
  noon: 'midi|noon|lunch(?:time)?',
  afternoon: 'apr[eè]s[- ]?midis?|aprem|afternoons?|pm',
  evening: 'soir(?:ée)?s?|evenings?',
}
const MONTHS =
  'janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?|jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|october|november|december'
/** Of each month, in order. */
const MONTH_STARTS = [
  'jan',
  'f[eé]',
  'mar',
  'a[vp]',
  'ma[iy]',
  'jui?n',
  'jui?l',
  'a[ou]',
  'sep',
  'oct',
  'nov',
  'd',
]

const STREET = String.raw`\s*(?:(?:bis|ter|quater)\s+)?,?\s*${STREET_WORD}`
const END = String.raw`(?![\p{L}\d@])`
/** "rue du Midi" is no time of day. */
const BEGIN = String.raw`(?<![\p{L}\d@'’-])(?<!(?:rue|avenue|av|place|pl|boulevard|bd|passage|square|allée|chemin|quai|impasse|villa|cité|cours|gare|métro|metro|station)\.?\s+(?:du|de la|de|des)\s+)`
const NOON = 'midi|noon'
const CLOCK = String.raw`\d{1,2} ?h(?:eures? ?)?\d{2}|\d{1,2} ?h(?:eures?)? \d{2}(?!${HOUSE}\p{L})(?! *[-–/] *\d)|\d{1,2}[:.]\d{2}(?:\s*[ap]m)?|\d{1,2}\s*(?:h(?:eures?)?|[ap]m)`
/** Behind a word that says what it is, where no house stands there. */
const TIME = String.raw`(?:${CLOCK}|\d{1,2}(?!\s*(?:min|mn|')|${STREET})|${NOON})${END}`
const SURE = String.raw`(?:${CLOCK})${END}`
const UNTIL = String.raw`jusqu(?:e|['’ ])?\s*(?:[àa]|au)?|until|till?|up to|avant|before|(?:doit )?part(?:ir)? (?:[àa]|avant)|(?:has to |must )?leaves? (?:at|by|before)`
const FROM = String.raw`[àa] partir de|d[eè]s|apr[eè]s|after|from|since|arrive (?:[àa]|vers|at)|not before|pas avant`

/** Groups: what each alternative holds. The first that fits at a place counts. */
export const WHEN = new RegExp(
  [
    String.raw`${BEGIN}(?:pas|not) (?:après|apres|after|later than) (?<last>${TIME})`,
    String.raw`${BEGIN}(?:(?:de|from|entre|between)\s+(?<spanFrom>${TIME})|(?<openFrom>${SURE}|\d{1,2}(?=\s*[-–]\s*\d{1,2}\s*h)))\s*(?:-|–|—|à|to|until|till|jusqu['’]à|et|and)\s*(?<spanTo>${TIME})`,
    String.raw`${BEGIN}(?<part>${Object.values(PARTS).join('|')})${END}`,
    String.raw`${BEGIN}(?:${UNTIL})\s*(?<until>${TIME})`,
    String.raw`${BEGIN}(?:${FROM})\s*(?<from>${TIME})`,
    String.raw`${BEGIN}(?<whole>(?:tout )?(?:le |les |the |all )?week-?ends?|(?:les )?deux jours|both days|toute la journée|all day|tous les (?:jours|cr[ée]neaux)|all shifts|toujours|always)${END}`,
    String.raw`${BEGIN}(?<date>(?:le )?(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])(?!${STREET})|(?<!\bdu )(?:le )?\d{1,2}(?:er|st|nd|rd|th)?\s+(?:${MONTHS})\.?${END}|(?:${MONTHS})\.?\s+\d{1,2}(?:st|nd|rd|th)?${END}(?!\s+\p{L})|le \d{1,2}(?:er)?${END}(?!\s*(?:h|min|mn|['’:/]))(?!${STREET}))`,
    String.raw`${BEGIN}(?:cr[ée]neaux?|shifts?)\s*(?<shifts>\d{1,2}(?:\s*(?:,|et|and|&|\+)\s*\d{1,2}${END})*)`,
    String.raw`${BEGIN}(?<day>${DAYS.map(([french, english]) => `${french}|${english}`).join('|')})s?${END}`,
    String.raw`${BEGIN}(?<short>${DAYS.map(([, , short]) => short).join('|')})${END}\.?`,
    String.raw`${BEGIN}(?<clock>${SURE})`,
  ].join('|'),
  'giu',
)

/** Between words for times, before and behind them. */
export const FILLER = String.raw`dispo(?:nible)?s?|available|free|libres?|présente?s?|seulement|only|uniquement|juste?|just|inclus|max(?:imum)?|que|le|les|ce|on|this|the|et|and|ou|or|puis|then|pour|for|vient|viendra|comes?|coming|can come|peut venir|est là|là|ok|en|au|à|from|du`
/** … and signs. */
export const SIGN = String.raw`[\s,;:()|+&/–—-]`
export const NOT = String.raw`sauf|except|but not|pas dispo(?:nible)?|not available|indispo(?:nible)?|pas|not|hors|ni|nor|absente?`

export function dayOf(word: string): number {
  const plain = word.toLowerCase().replace(/\.$/, '')
  return DAYS.findIndex(([french, english, short]) =>
    new RegExp(`^(?:${french}|${english}|${short})s?$`).test(plain),
  )
}

export function partOf(word: string): Part {
  const found = (Object.keys(PARTS) as Part[]).find((part) =>
    new RegExp(`^(?:${PARTS[part]})$`, 'iu').test(word),
  )
  return found!
}

/** Minutes after midnight. */
export function clockOf(text: string): number {
  if (new RegExp(`^(?:${NOON})$`, 'iu').test(text)) return 12 * 60
  const [, hours = '0', minutes = '0'] = /^(\d{1,2})\D*(\d{2})?/.exec(text) ?? []
  const isAfternoon = /pm$/i.test(text) && Number(hours) < 12
  return (Number(hours) + (isAfternoon ? 12 : 0)) * 60 + Number(minutes)
}

/** Days and months from 1: `28/11` may be meant either way round, `le 28` of any month. */
export function dateOf(text: string): { day: number; month: number }[] {
  const [first = 0, second] = (text.match(/\d{1,2}(?!\d)/g) ?? []).map(Number)
  if (text.includes('/'))
    return [
      { day: first, month: second! },
      { day: second!, month: first },
    ]
  if (/^le \d+(?:er)?$/i.test(text))
    return Array.from({ length: 12 }, (_, month) => ({ day: first, month: month + 1 }))
  const word = new RegExp(MONTHS, 'iu').exec(text)?.[0] ?? ''
  const month = MONTH_STARTS.findIndex((start) => new RegExp(`^${start}`, 'iu').test(word)) + 1
  return [{ day: first, month }]
}

/** The language that a page of organisers speaks now, remembered for all of them. Numbers, times and dates in it. */
import { setFrenchWords } from '@doorwalk/core/words/french-spaces'
import { LANGUAGES, type Language } from '@doorwalk/core/words/languages'
import * as paper from '@doorwalk/core/words/say'

const SLOT = 'doorwalk-language'
/** Of a browser that speaks none of ours. */
const FOREIGNERS: Language = 'en'

let language: Language = FOREIGNERS

export function currentLanguage(): Language {
  return language
}

/** The words of a view in the language spoken when they are asked for. */
export function inLanguage<Words>(all: Record<Language, Words>): () => Words {
  const said = { ...all, fr: setFrenchWords(all.fr) }
  return () => said[language]
}

/** The language of an earlier visit, else the browser's, else English. */
export function chooseLanguage(): void {
  const wanted = localStorage.getItem(SLOT) ?? navigator.language
  show(LANGUAGES.find((known) => wanted.startsWith(known)) ?? FOREIGNERS)
}

/** Remembered for the next visit. */
export function speak(to: Language): void {
  localStorage.setItem(SLOT, to)
  show(to)
}

function show(to: Language): void {
  language = to
  document.documentElement.lang = to
}

/** What browsers call them: English as Europe writes it, with its 24 hours and the day before the month. */
const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** For what the browser writes itself. */
export function currentLocale(): string {
  return LOCALES[language]
}

/** By language and what is wanted: to make one takes longer than to write a row of a table. */
const numbers = new Map<string, Intl.NumberFormat>()
const moments = new Map<string, Intl.DateTimeFormat>()

const PLAIN: Intl.NumberFormatOptions = {}

export function sayNumber(value: number, options: Intl.NumberFormatOptions = PLAIN): string {
  const slot = options === PLAIN ? language : `${language} ${JSON.stringify(options)}`
  let format = numbers.get(slot)
  if (format === undefined) numbers.set(slot, (format = new Intl.NumberFormat(LOCALES[language], options)))
  return format.format(value)
}

function sayMoment(at: Date, options: Intl.DateTimeFormatOptions): string {
  const slot = `${language} ${JSON.stringify(options)}`
  let format = moments.get(slot)
  if (format === undefined) moments.set(slot, (format = new Intl.DateTimeFormat(LOCALES[language], options)))
  return format.format(at)
}

/** A share from 0 to 1 as "30 %". */
export function sayShare(share: number): string {
  return sayNumber(share, { style: 'percent' })
}

/** Metres as "350 m" or "1,2 km". */
export function sayMetres(metres: number): string {
  return paper.sayMetres(metres, language)
}

/** Seconds as "1 h 05". */
export function sayDuration(seconds: number): string {
  return paper.sayDuration(seconds)
}

/** An instant of the API as date and time of this device. */
export function sayInstant(instant: string): string {
  return sayMoment(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
}

/** "Walk 3: https://…". */
export function sayOf(what: string, said: string): string {
  return paper.sayOf(what, said, language)
}

/** A difference with its sign: "+12", "−3", "±0". */
export function sayChange(difference: number, say: (amount: number) => string): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±'
  return `${sign}${say(Math.abs(difference))}`
}

/** Day and hours of something on this device: "Sat 14 Mar" and "10:00–12:00". */
export function saySpan(from: string, to: string = from): { day: string; hours: string } {
  const [start, end] = [new Date(from), new Date(to)]
  const time = (at: Date): string => sayMoment(at, { timeStyle: 'short' })
  return {
    day: sayMoment(start, { weekday: 'short', day: 'numeric', month: 'short' }),
    hours: `${time(start)}–${time(end)}`,
  }
}

/** A day of the API such as "2026-03-14" as this language writes it. */
export function sayDay(day: string): string {
  return sayMoment(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
}

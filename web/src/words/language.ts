/** The language that a page of organisers speaks now, remembered for all of them. Numbers, times and dates in it. */
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
  return () => all[language]
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

export function sayNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(language, options).format(value)
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
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  )
}

/** A difference with its sign: "+12", "−3", "±0". */
export function sayChange(difference: number, say: (amount: number) => string): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±'
  return `${sign}${say(Math.abs(difference))}`
}

/** Day and hours of something on this device: "Sat 14 Mar" and "10:00–12:00". */
export function saySpan(from: string, to: string = from): { day: string; hours: string } {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' })
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  const [start, end] = [new Date(from), new Date(to)]
  return { day: day.format(start), hours: `${time.format(start)}–${time.format(end)}` }
}

/** A day of the API such as "2026-03-14" as this language writes it. */
export function sayDay(day: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

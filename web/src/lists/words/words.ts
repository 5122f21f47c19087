/** The language that the page of lists speaks now; the same as that of the page for planning. */
import { LANGUAGES, type Language } from '@doorwalk/core/words/languages'
import { en } from './en.ts'
import { type ListWords, fr } from './fr.ts'

/** A language that plans can be asked in has to have words here. */
const WORDS = { fr, en } satisfies Record<Language, ListWords>
const SLOT = 'doorwalk-language'

let language: Language = 'fr'

export function words(): ListWords {
  return WORDS[language]
}

export function currentLanguage(): Language {
  return language
}

/** The language of an earlier visit, else the browser's, else English. */
export function chooseLanguage(): void {
  const wanted = localStorage.getItem(SLOT) ?? navigator.language
  show(LANGUAGES.find((known) => wanted.startsWith(known)) ?? 'en')
}

/** Remembered for the next visit. */
export function speak(to: Language): void {
  localStorage.setItem(SLOT, to)
  show(to)
}

function show(to: Language): void {
  language = to
  document.documentElement.lang = to
  document.title = words().title
}

export const ALL_LANGUAGES = LANGUAGES.map((code) => ({ code, name: WORDS[code].name }))

export function sayNumber(value: number): string {
  return new Intl.NumberFormat(language).format(value)
}

/** A share from 0 to 1 as "30 %". */
export function sayShare(share: number): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share)
}

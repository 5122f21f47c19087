/** The language the page speaks now: its words, numbers and times. */
import type { Metres, Seconds } from '@doorwalk/core/units'
import { LANGUAGES, type Language, wordsOf } from '@doorwalk/core/words/languages'
import * as paper from '@doorwalk/core/words/say'
import { en } from './en.ts'
import { fr, type PageWords } from './fr.ts'

/** A language that plans can be asked in has to have words here. */
const WORDS = { fr, en } satisfies Record<Language, PageWords>
/** Of a browser that speaks none of them. */
const FOREIGNERS: Language = 'en'

const SLOT = 'doorwalk-language'
let language: Language = 'fr'

export function words(): PageWords {
  return WORDS[language]
}

export function currentLanguage(): Language {
  return language
}

export function wordsIn(other: Language): PageWords {
  return WORDS[other]
}

/** The language of an earlier visit, else the browser's, else English. */
export function chooseLanguage(): void {
  const wanted = localStorage.getItem(SLOT) ?? navigator.language
  setLanguage(LANGUAGES.find((known) => wanted.startsWith(known)) ?? FOREIGNERS)
}

/** Remembered for the next visit. */
export function keepLanguage(): void {
  localStorage.setItem(SLOT, language)
}

/** Rewrites every element with `data-word` or `data-label`. */
export function setLanguage(to: Language): void {
  language = to
  document.documentElement.lang = to
  document.title = words().title
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = plainWord(element.dataset['word'])
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', plainWord(element.dataset['label']))
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === to))
  }
}

/** @throws Error when the page names a word that there is not, or one that needs something put in */
function plainWord(name = ''): string {
  const word = words()[name as keyof PageWords] as unknown
  if (typeof word !== 'string') throw new Error(`there is no word "${name}"`)
  return word
}

export function sayNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(language, options).format(value)
}

/** A share from 0 to 1 as "30 %". */
export function sayShare(share: number): string {
  return sayNumber(share, { style: 'percent' })
}

export function sayMetres(metres: Metres): string {
  return paper.sayMetres(metres, language)
}

export function sayDuration(seconds: Seconds): string {
  return paper.sayDuration(seconds)
}

interface Within {
  /** Label of the entrance. */
  entrance?: string
  /** Of a part of it. */
  fromFloor?: number
  toFloor?: number
  /** Of a floor that parts share. */
  firstDoor?: number
  lastDoor?: number
}

/** Where behind its address a target is: "entrée B", "étages 6 à 4". */
export function sayWithin({ entrance, fromFloor, toFloor, ...doors }: Within): string[] {
  const part = fromFloor === undefined || toFloor === undefined ? undefined : { fromFloor, toFloor, ...doors }
  return paper.sayWithin({ entrance: { label: entrance }, part }, language)
}

/** "24 portes" */
export function sayDoors(doors: number): string {
  return wordsOf(language).doors(doors)
}

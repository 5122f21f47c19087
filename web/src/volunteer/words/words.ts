/** The language that the volunteer's page speaks now. */
import { setFrenchWords } from '@doorwalk/core/words/french-spaces'
import { LANGUAGES, type Language } from '@doorwalk/core/words/languages'
import { en } from './en.ts'
import { type VolunteerWords, fr } from './fr.ts'

/** A language that plans can be asked in has to have words here. */
const WORDS = { fr: setFrenchWords(fr), en } satisfies Record<Language, VolunteerWords>

let language: Language = 'fr'

export function words(): VolunteerWords {
  return WORDS[language]
}

export function currentLanguage(): Language {
  return language
}

export function speak(to: Language): void {
  language = to
  document.documentElement.lang = to
  document.title = words().title
}

/** The first of these that is spoken here; English for all others. */
export function spokenOf(wanted: readonly (string | null | undefined)[]): Language {
  for (const each of wanted) {
    const found = LANGUAGES.find((known) => each?.startsWith(known))
    if (found) return found
  }
  return 'en'
}

export const ALL_LANGUAGES = LANGUAGES.map((code) => ({ code, name: WORDS[code].name }))

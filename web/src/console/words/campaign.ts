/** What the views of settings and of hold-outs say. */
import { en as holdoutsEn } from './en/holdouts.ts'
import { en as settingsEn } from './en/settings.ts'
import { fr as holdoutsFr } from './fr/holdouts.ts'
import { fr as settingsFr } from './fr/settings.ts'
import { inLanguage } from '../../words/language.ts'

export const settingsWords = inLanguage({ en: settingsEn, fr: settingsFr })
export const holdoutsWords = inLanguage({ en: holdoutsEn, fr: holdoutsFr })

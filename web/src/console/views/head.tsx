/** The head of the console: its views, the region that is open where there are several, the languages. */
import type { Language } from '@doorwalk/core/words/languages'
import type { Session } from '../state/session.ts'
import type { ShellWords } from '../words/en/shell.ts'
import { currentLanguage } from '../../words/language.ts'
import { ALL_LANGUAGES, shellWords } from '../words/shell.ts'
import { MENU } from './routes.ts'

interface Props {
  /** The view that is open. */
  current: keyof ShellWords['views'] | undefined
  session: Session | null
  onSpeak: (language: Language) => void
}

export function Head({ current, session, onSpeak }: Props) {
  const w = shellWords()
  return (
    <header class="top">
      <h1>Doorwalk</h1>
      <nav aria-label={w.menu}>
        <ul>
          {MENU.map(({ word, href }) => (
            <li key={word}>
              <a href={href} {...(word === current ? { 'aria-current': 'page' as const } : {})}>
                {w.views[word]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {session && session.regions.length > 1 && (
        <label class="region-choice">
          <span>{w.region}</span>
          <select
            value={session.region.name}
            onChange={({ currentTarget }) => session.openRegion(currentTarget.value)}
          >
            {session.regions.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="languages" role="group" aria-label={w.language}>
        {ALL_LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === currentLanguage()}
            onClick={() => onSpeak(code)}
          >
            {name}
          </button>
        ))}
      </div>
    </header>
  )
}

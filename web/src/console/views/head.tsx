/** The head of the console: its views, the region that is open where there are several, the languages. */
import type { Language } from '@doorwalk/core/words/languages'
import { useId, useState } from 'preact/hooks'
import type { Session } from '../state/session.ts'
import type { ShellWords } from '../words/en/shell.ts'
import { LanguageButtons } from '../../words/language-buttons.tsx'
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
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <header class="top">
      <h1>Doorwalk</h1>
      {/* On a phone only: where there is room all of it is in view. */}
      <button
        type="button"
        class="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {w.openMenu}
      </button>
      <div class={isOpen ? 'rest open' : 'rest'} id={id}>
        <nav aria-label={w.menu}>
          <ul>
            {MENU.map(({ word, href }) => (
              <li key={word}>
                <a
                  href={href}
                  onClick={() => setOpen(false)}
                  {...(word === current ? { 'aria-current': 'page' as const } : {})}
                >
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
        <LanguageButtons label={w.language} languages={ALL_LANGUAGES} {...{ onSpeak }} />
      </div>
    </header>
  )
}

/** The head of the page: what it is for, the way back, the languages. */
import { useEffect } from 'preact/hooks'
import { currentLanguage, speak } from '../../words/language.ts'
import { ALL_LANGUAGES, words } from '../words/words.ts'

export function Head({ onSpeak }: { onSpeak: () => void }) {
  const w = words()
  useEffect(() => {
    document.title = w.title
  }, [w.title])
  return (
    <header class="top">
      <h1>{w.heading}</h1>
      <p>
        {w.tagline} <a href="/">{w.back}</a>
      </p>
      <div class="languages" role="group" aria-label={w.languages}>
        {ALL_LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === currentLanguage()}
            onClick={() => {
              speak(code)
              onSpeak()
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </header>
  )
}

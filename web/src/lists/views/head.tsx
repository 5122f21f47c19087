/** The head of the page: what it is for, the way back, the languages. */
import { useEffect } from 'preact/hooks'
import { speak } from '../../words/language.ts'
import { LanguageButtons } from '../../words/language-buttons.tsx'
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
      <LanguageButtons
        label={w.languages}
        languages={ALL_LANGUAGES}
        onSpeak={(language) => {
          speak(language)
          onSpeak()
        }}
      />
    </header>
  )
}

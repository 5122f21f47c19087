/** A button for each language, the one that is spoken pressed. */
import type { Language } from '@doorwalk/core/words/languages'
import { currentLanguage } from './language.ts'

interface Props {
  /** What the buttons are for. */
  label: string
  /** Each by its name in itself. */
  languages: readonly { code: Language; name: string }[]
  onSpeak: (language: Language) => void
}

export function LanguageButtons({ label, languages, onSpeak }: Props) {
  return (
    <div class="languages" role="group" aria-label={label}>
      {languages.map(({ code, name }) => (
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
  )
}

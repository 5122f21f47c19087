/** A walk's line as on the map, in its colour and with its dashes. */
import { walkLook } from '@doorwalk/core/walk/palette'
import { walkColour } from '../map/model/theme.ts'

/** Of the line, in units of the drawing. */
const WIDTH = 4
/** Both are drawn, the style sheet shows one: paper is light, whatever the screen is. */
const THEMES = ['light', 'dark'] as const

export function Swatch({ number }: { number: number }) {
  const { dash } = walkLook(number)
  return (
    <svg class="swatch" viewBox="0 0 30 10" aria-hidden="true">
      {THEMES.map((theme) => (
        <path
          key={theme}
          class={theme}
          d="M2 5H28"
          stroke={walkColour(number, theme)}
          stroke-width={WIDTH}
          stroke-dasharray={dash.map((each) => each * WIDTH).join(' ')}
        />
      ))}
    </svg>
  )
}

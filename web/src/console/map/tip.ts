/** The one note that follows the pointer or the keys, and what is read out. */
import type { Point } from './model/mercator.ts'

const ASIDE_PIXELS = 14

export interface Tip {
  /** Beside a place of the map's element, in pixels; null hides it. */
  show(lines: readonly string[] | null, at?: Point): void
  /** For who cannot see the map. */
  announce(text: string): void
}

export function addTip(element: HTMLElement): Tip {
  const note = document.createElement('div')
  note.className = 'map-tip'
  note.hidden = true
  note.setAttribute('aria-hidden', 'true')
  const said = document.createElement('div')
  said.className = 'hidden'
  said.setAttribute('role', 'status')
  element.append(note, said)
  return {
    show(lines, at = { x: 0, y: 0 }) {
      note.hidden = lines === null || lines.length === 0
      if (lines === null || note.hidden) return
      note.replaceChildren(
        ...lines.map((line) => {
          const row = document.createElement('div')
          row.textContent = line
          return row
        }),
      )
      // Inside the map, whichever side has the room.
      const { clientWidth, clientHeight } = element
      const left = at.x + ASIDE_PIXELS + note.offsetWidth > clientWidth
      const up = at.y + ASIDE_PIXELS + note.offsetHeight > clientHeight
      const x = left ? Math.max(0, at.x - ASIDE_PIXELS - note.offsetWidth) : at.x + ASIDE_PIXELS
      const y = up ? Math.max(0, at.y - ASIDE_PIXELS - note.offsetHeight) : at.y + ASIDE_PIXELS
      note.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    },
    announce(text) {
      said.textContent = text
    },
  }
}

/** Says aloud, and in a bar at the foot, what has happened; with a way back where something was destroyed. */
import { useEffect, useState } from 'preact/hooks'
import { shellWords } from '../words/shell.ts'

interface News {
  text: string
  /** Takes it back; absent: there is nothing to take back. */
  onUndo?: (() => void) | undefined
}

/** A sentence without a way back leaves by itself; one that can be undone stays until the next, or its view is left. */
const SHOWN_MILLISECONDS = 6_000

let show: ((news: News) => void) | null = null

export function announce(text: string, onUndo?: () => void): void {
  show?.({ text, onUndo })
}

/** Once in the console, around all views. `view` tells one from another: what is undone is undone where it was done. */
export function Announcer({ view }: { view: string }) {
  const [news, setNews] = useState<News | null>(null)
  useEffect(() => {
    show = setNews
    return () => {
      show = null
    }
  }, [])
  useEffect(() => setNews((now) => (now?.onUndo ? null : now)), [view])
  useEffect(() => {
    if (news === null || news.onUndo) return
    const timer = setTimeout(() => setNews(null), SHOWN_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [news])
  const w = shellWords()
  return (
    <div class={news === null ? 'news empty' : 'news'}>
      <p role="status">{news?.text}</p>
      {news?.onUndo && (
        <button
          type="button"
          onClick={() => {
            news.onUndo?.()
            setNews(null)
          }}
        >
          {w.undo}
        </button>
      )}
      {news && (
        <button type="button" class="close" aria-label={w.close} onClick={() => setNews(null)}>
          ×
        </button>
      )}
    </div>
  )
}

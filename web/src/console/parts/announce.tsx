/** Says aloud, and in a bar at the foot, what has happened; with a way back where something was destroyed. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { problemOf } from '../state/problem.ts'
import { removals, useRemovals } from '../state/removals.ts'
import { shellWords } from '../words/shell.ts'
import { linesOf } from './problem-box.tsx'
import { useUndoKeys } from './keys/undo-keys.ts'

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
  const { waiting, failure } = useRemovals()
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
  function undo(): void {
    news?.onUndo?.()
    setNews(null)
  }
  function bringBack(): void {
    removals.undo()
    announce(w.undone)
  }
  useUndoKeys({ undo: news?.onUndo ? undo : waiting === null ? undefined : bringBack })
  const problem = failure && problemOf(failure.error)
  return (
    <div class="all-news">
      <Bar
        text={problem && failure ? w.notRemoved(failure.what, linesOf(problem).join(' ')) : ''}
        isProblem
        onClose={removals.forget}
      />
      <Bar text={news?.text ?? ''} onUndo={news?.onUndo && undo} onClose={() => setNews(null)} />
      <Bar
        text={waiting === null ? '' : w.removed(waiting.what)}
        onUndo={bringBack}
        onClose={removals.finish}
      />
    </div>
  )
}

interface BarProps {
  /** Empty: nothing has happened. */
  text: string
  isProblem?: boolean
  onUndo?: (() => void) | undefined
  onClose: () => void
}

function Bar({ text, isProblem = false, onUndo, onClose }: BarProps) {
  const w = shellWords()
  const undo = useRef<HTMLButtonElement>(null)
  const isShown = text !== ''
  // Whoever pressed a button that has left with its row goes on at the way back.
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(() => isFocusLost() && undo.current?.focus(), 0)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div class={isShown ? 'news' : 'news empty'}>
      <p role={isProblem ? 'alert' : 'status'}>{text}</p>
      {isShown && onUndo && (
        <button type="button" ref={undo} aria-keyshortcuts="Control+Z" title={w.undoKey} onClick={onUndo}>
          {w.undo}
        </button>
      )}
      {isShown && (
        <button type="button" class="close" aria-label={w.close} onClick={onClose}>
          ×
        </button>
      )}
    </div>
  )
}

function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

/** Ctrl+Z takes back, Ctrl+Y makes again, from anywhere but a field that has an undo of its own. */
import { useEffect, useRef } from 'preact/hooks'

interface Options {
  /** Undefined: there is nothing to take back. */
  undo: (() => void) | undefined
  redo?: (() => void) | undefined
}

export function useUndoKeys(options: Options): void {
  const now = useRef(options)
  now.current = options
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      if (isWriting(event.target) || document.querySelector('dialog[open]')) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      const act = isRedo ? now.current.redo : key === 'z' ? now.current.undo : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

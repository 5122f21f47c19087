/** What makes a `<dialog>` modal while it is rendered: the browser holds the focus in it, and gives it back. */
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Properties of the dialog. `onClose` is called at once when a person gives it up, so that the next key or click finds
 * the page as it is then: the event `close` of the browser comes only a task later.
 */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  const isGone = useRef(false)
  useLayoutEffect(() => {
    const own = ref.current
    own?.showModal()
    return () => {
      // Whoever took it away knows: only a person who closes it gives up.
      isGone.current = true
      own?.close()
    }
  }, [])
  return {
    ref,
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      onClose()
    },
    // What is no key closes it too: the gesture of going back on a phone.
    onClose: () => isGone.current || onClose(),
  }
}

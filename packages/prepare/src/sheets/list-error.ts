/** A list that cannot be read, in words that tell what to do. */
import { VisibleError } from '@doorwalk/core/error'

export function unreadable(
  code: 'list.format' | 'list.damaged' | 'list.sheet' | 'list.columns' | 'list.too_large',
  name: string,
  why: string,
): VisibleError {
  return new VisibleError(code === 'list.too_large' ? 'too_large' : 'input', code, `${name}: ${why}`)
}

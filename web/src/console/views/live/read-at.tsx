/** When a live view was read last, and how often it is. */
import { currentLocale } from '../../../words/language.ts'
import { liveWords } from '../../words/live.ts'

export function ReadAt({ at }: { at: number }) {
  return <p class="help">{liveWords().read(sayClock(at))}</p>
}

/** "18:05", of this device. */
export function sayClock(milliseconds: number): string {
  return new Intl.DateTimeFormat(currentLocale(), { timeStyle: 'short' }).format(milliseconds)
}

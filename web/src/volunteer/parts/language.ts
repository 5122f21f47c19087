/** The language that was chosen by hand; null: none was. */
import { readSlot, writeSlot } from '../device/slots.ts'
import { speak } from '../words/words.ts'

const SLOT = 'doorwalk-language'

export function keptLanguage(): string | null {
  return readSlot('localStorage', SLOT)
}

export function keepLanguage(language: Parameters<typeof speak>[0]): void {
  speak(language)
  writeSlot('localStorage', SLOT, language)
}

/** The fields for the key of a campaign, shown where no key is known. */
import { useKey } from './api/api.ts'
import { find, findInput } from './elements.ts'

export function askForKey(): void {
  find('#key-fields').hidden = false
  find('#key').focus()
}

export function hideKeyFields(): void {
  find('#key-fields').hidden = true
}

export function isAskingForKey(): boolean {
  return !find('#key-fields').hidden
}

/** Calls back once a key was typed and taken; whether it is a good one shows the next call. */
export function onKeyTyped(handler: () => void): void {
  find('#use-key').addEventListener('click', () => {
    useKey(findInput('#key').value)
    handler()
  })
}

/** Saves a text of this page as a file. */

/** Browsers need the address of a saved file for a moment longer than the click. */
const SAVED_MILLISECONDS = 60_000

/** UTF-8 with a mark, so that spreadsheets read accents right. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MILLISECONDS)
}

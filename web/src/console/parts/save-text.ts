/** Saves files for people: tables as spreadsheets open them, walks under a name that says which they are. */
import { separatedCell } from '@doorwalk/core/words/escape'
import { doorwalk, download } from '../../api/api.ts'
import { currentLanguage } from '../../words/language.ts'
import { nameOf } from '../state/names.ts'

/** Browsers need the address of a saved file for a moment longer than the click. */
const SAVED_MILLISECONDS = 60_000
/** Signs that no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g

export function saveText(name: string, text: string): void {
  save(name, new Blob([text], { type: 'text/csv' }))
}

export function saveJson(name: string, text: string): void {
  save(name, new Blob([text], { type: 'application/json' }))
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MILLISECONDS)
}

export type WalkFile = 'gpx' | 'geojson' | 'csv'

/**
 * A plan or a walk as a file. Tables are in the language of the page, with the names that this browser knows.
 *
 * @param of  `plans/ID` or `walks/ID`
 * @param name  without ending
 * @throws ProblemError, NoAnswerError
 */
export async function saveWalks(of: string, ending: WalkFile, name: string): Promise<void> {
  const file = `${name.replace(NOT_IN_NAMES, ' ').trim()}.${ending}`
  if (ending !== 'csv') return await download(`/v1/${of}.${ending}`, file)
  const language = currentLanguage()
  const table = await (await doorwalk.fetch(`/v1/${of}.csv?language=${language}`)).text()
  const separator = language === 'fr' ? ';' : ','
  // Decoding takes the byte order mark away.
  saveText(
    file,
    '\uFEFF' + table.replace(/\bv-[0-9a-f]{16}\b/g, (id) => separatedCell(nameOf(id) ?? '', separator)),
  )
}

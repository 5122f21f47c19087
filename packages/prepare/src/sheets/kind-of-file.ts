/** What a file is by its first bytes, whatever its name says; what is no list is refused with what to do instead. */
import type { NoList, Remedy } from '../list-words/kinds.ts'
import { unreadable } from './list-error.ts'

export type FileKind = 'text' | 'json' | 'zip' | 'ole'

const OTHERS: readonly [start: string | RegExp, what: NoList, remedy: Remedy][] = [
  ['%PDF', 'pdf', 'askTable'],
  ['\x89PNG', 'picture', 'askTable'],
  ['\xff\xd8\xff', 'picture', 'askTable'],
  ['GIF8', 'picture', 'askTable'],
  ['{\\rtf', 'rtf', 'copyTable'],
  ['BEGIN:VCARD', 'contacts', 'noContacts'],
  ['\x1f\x8b', 'gzip', 'unpack'],
  ["7z\xbc\xaf'\x1c", '7z', 'unpack'],
  ['Rar!', 'rar', 'unpack'],
  ['\xfd7zXZ', 'xz', 'unpack'],
  ['BZh', 'bzip2', 'unpack'],
  ['\x28\xb5\x2f\xfd', 'zstd', 'unpack'],
  ['SQLite format 3', 'database', 'export'],
  ['PAR1', 'parquet', 'export'],
  ['\x00\x00\x27\x0a', 'shapefile', 'export'],
  ['fgb', 'flatGeobuf', 'export'],
]
/** After a byte order mark and blanks. */
const PAGE = /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<body|<table|<div|<meta|<style)/i
const SPREADSHEET_XML =
  /^(?:\xef\xbb\xbf)?\s*<\?xml[^]*?(?:urn:schemas-microsoft-com:office:spreadsheet|<office:document)/
const XML = /^(?:\xef\xbb\xbf)?\s*<\?xml|^(?:\xef\xbb\xbf)?\s*<(?:kml|gpx|osm)/i
const JSON_START = /^(?:\xef\xbb\xbf)?[\s\x1e]*[{[]|^(?:\xff\xfe[{[]\0|\xfe\xff\0[{[])/
/** So much of the beginning is looked at. */
export const START_BYTES = 64 * 1024

/** @throws VisibleError list.format, list.damaged */
export function kindOfFile(start: Uint8Array, name: string): FileKind {
  const refuse = (what: NoList, remedy: Remedy) =>
    unreadable('list.format', name, { code: 'noList', what, remedy })
  if (start.length === 0) throw unreadable('list.damaged', name, { code: 'emptyFile' })
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, START_BYTES)).toString(
    'latin1',
  )
  if (text.startsWith('PK\x03\x04')) return 'zip'
  if (text.startsWith('PK\x05\x06')) throw refuse('emptyZip', 'unpack')
  if (text.startsWith('\xd0\xcf\x11\xe0')) return 'ole'
  for (const [sign, what, remedy] of OTHERS)
    if (typeof sign === 'string' ? text.startsWith(sign) : sign.test(text)) throw refuse(what, remedy)
  if (PAGE.test(text)) throw refuse('webPage', 'saveInOffice')
  if (SPREADSHEET_XML.test(text)) throw refuse('xmlSheet', 'saveInOffice')
  if (XML.test(text)) throw refuse('xml', 'export')
  if (JSON_START.test(text)) return 'json'
  if (isBinary(start)) throw refuse('unknown', 'save')
  return 'text'
}

/** Zero bytes that are not every other one, as in UTF-16. */
function isBinary(start: Uint8Array): boolean {
  const hasMark = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  if (hasMark) return false
  let [even, odd] = [0, 0]
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  return even + odd > 0 && Math.max(even, odd) < 8 * Math.min(even, odd) + 8
}

/** What a file is by its first bytes, whatever its name says; what is no list is refused with what to do instead. */
import { unreadable } from './list-error.ts'

export type FileKind = 'text' | 'json' | 'zip' | 'ole'

const SAVE = 'Open it and save it as .xlsx or CSV'
const SHEET_PROGRAM = 'Open it in Excel or LibreOffice and save it as .xlsx or CSV'
const UNPACK = 'Unpack it and import the file inside'
const EXPORT = 'Write it as CSV or GeoJSON in the program that made it, such as QGIS'
const TYPE_OFF = 'Ask for the table itself (.xlsx or CSV); numbers cannot be read off a picture of it'

const OTHERS: readonly [start: string | RegExp, what: string, todo: string][] = [
  ['%PDF', 'a PDF', TYPE_OFF],
  ['\x89PNG', 'a picture', TYPE_OFF],
  ['\xff\xd8\xff', 'a picture', TYPE_OFF],
  ['GIF8', 'a picture', TYPE_OFF],
  ['{\\rtf', 'a text document (RTF)', 'Copy its table into a spreadsheet and save that as .xlsx or CSV'],
  ['BEGIN:VCARD', 'a file of contacts', 'Contacts of persons are not imported; expected a list of buildings'],
  ['\x1f\x8b', 'packed with gzip', UNPACK],
  ["7z\xbc\xaf'\x1c", 'a 7z archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['\xfd7zXZ', 'packed with xz', UNPACK],
  ['BZh', 'packed with bzip2', UNPACK],
  ['\x28\xb5\x2f\xfd', 'packed with zstd', UNPACK],
  ['SQLite format 3', 'a database (SQLite or GeoPackage)', EXPORT],
  ['PAR1', 'a Parquet file', EXPORT],
  ['\x00\x00\x27\x0a', 'a shapefile', EXPORT],
  ['fgb', 'FlatGeobuf', EXPORT],
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
  const refuse = (what: string, todo: string) =>
    unreadable('list.format', name, `it is ${what}, no list. ${todo}.`)
  if (start.length === 0)
    throw unreadable(
      'list.damaged',
      name,
      'it is empty. Send the file again; perhaps it was still being written.',
    )
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, START_BYTES)).toString(
    'latin1',
  )
  if (text.startsWith('PK\x03\x04')) return 'zip'
  if (text.startsWith('PK\x05\x06')) throw refuse('an empty ZIP archive', UNPACK)
  if (text.startsWith('\xd0\xcf\x11\xe0')) return 'ole'
  for (const [sign, what, todo] of OTHERS)
    if (typeof sign === 'string' ? text.startsWith(sign) : sign.test(text)) throw refuse(what, todo)
  if (PAGE.test(text)) throw refuse('a web page, whatever its name ends in', SHEET_PROGRAM)
  if (SPREADSHEET_XML.test(text)) throw refuse('a spreadsheet in XML', SHEET_PROGRAM)
  if (XML.test(text)) throw refuse('XML (such as KML or GPX)', EXPORT)
  if (JSON_START.test(text)) return 'json'
  if (isBinary(start)) throw refuse('not a text and not a spreadsheet that is known', SAVE)
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

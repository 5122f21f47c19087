/** Things that sentences about lists name by a word of their own in each language. */

/** What a column or a cell tells of persons. */
export const PERSONAL = [
  'names',
  'e-mail addresses',
  'phone numbers',
  'birth dates',
  'free text',
  'numbers of persons',
  'accounts',
  'opinions',
  'origin',
  'religion',
  'door codes',
] as const
export type Personal = (typeof PERSONAL)[number]

/** Why nobody can tell which building an address means. */
export type Doubt = 'street' | 'number' | 'several' | 'town' | 'position'

/** What a file is that is no list. */
export type NoList =
  | 'pdf'
  | 'picture'
  | 'rtf'
  | 'contacts'
  | 'gzip'
  | '7z'
  | 'rar'
  | 'xz'
  | 'bzip2'
  | 'zstd'
  | 'database'
  | 'parquet'
  | 'shapefile'
  | 'flatGeobuf'
  | 'emptyZip'
  | 'zip'
  | 'webPage'
  | 'xmlSheet'
  | 'xml'
  | 'unknown'
  | 'numbers'
  | 'word'
  | 'slides'
  | 'kmz'

/** … and what to do with it. */
export type Remedy =
  | 'save'
  | 'saveInOffice'
  | 'unpack'
  | 'export'
  | 'exportMap'
  | 'askTable'
  | 'copyTable'
  | 'noContacts'
  | 'exportNumbers'

/** What the disk says no to, in words for whoever calls the API: full, read-only, or damaged. */
import { VisibleError } from '@doorwalk/core/error'

const FULL_CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
/** LevelDB tells the system's words only. */
const FULL_WORDS = /No space left on device|Disk quota exceeded|File too large/
const UNWRITABLE_CODES = new Set(['EROFS', 'EACCES', 'EPERM'])
/** Where Node cannot make a folder and all above it on such a disk, it says that there is none. */
const UNWRITABLE_WORDS = /Read-only file system|Permission denied|Operation not permitted|^ENOENT: .*, mkdir /
const DAMAGED_WORDS = /\.(ldb|sst|log): (Invalid argument|No such file or directory|Input\/output error)/
const DAMAGED_CODES = new Set(['LEVEL_CORRUPTION', 'LEVEL_DECODE_ERROR'])

/** No room for what is to be written: a full disk, a quota, a limit on the size of files. */
export function isFull(error: unknown): boolean {
  return links(error).some(({ code, message }) => FULL_CODES.has(code) || FULL_WORDS.test(message))
}

/** The disk was made read-only, by its system after an error of its own, or by hand. */
function isUnwritable(error: unknown): boolean {
  return links(error).some(
    ({ code, message }) => UNWRITABLE_CODES.has(code) || UNWRITABLE_WORDS.test(message),
  )
}

/** The database cannot read what it wrote. */
export function isDamaged(error: unknown): boolean {
  return links(error).some(({ code, message }) => DAMAGED_CODES.has(code) || DAMAGED_WORDS.test(message))
}

export function storageFull(): VisibleError {
  return new VisibleError(
    'full',
    'storage.full',
    'the disk of this server is full: the call was not finished; send it again once there is room',
  )
}

function storageUnwritable(): VisibleError {
  return new VisibleError(
    'full',
    'storage.unwritable',
    'the disk of this server may not be written: the call was not finished; send it again once it may be written',
  )
}

/** The same error unless the disk is its cause. */
export function explainDisk(error: unknown): unknown {
  if (isFull(error)) return storageFull()
  if (isUnwritable(error)) return storageUnwritable()
  if (!isDamaged(error)) return error
  return new VisibleError(
    'upstream',
    'storage.damaged',
    'the database of this server is damaged, and this is not readable; whoever runs it stops it and runs doorwalk doctor',
  )
}

interface Link {
  code: string
  message: string
}

/** The error and its causes. */
function links(error: unknown): Link[] {
  const found: Link[] = []
  for (let at = error; at instanceof Error && found.length < 5; at = at.cause) {
    found.push({ code: 'code' in at ? String(at.code) : '', message: at.message })
  }
  return found
}

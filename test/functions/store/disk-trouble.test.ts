/** What callers are told of an error of the disk. */
import { expect, it } from 'vitest'
import { explainDisk } from '@doorwalk/functions/store/disk-trouble'

const levelError = (code: string, message: string): Error =>
  new Error('Database failed', { cause: Object.assign(new Error(message), { code }) })
const systemError = (code: string): Error => Object.assign(new Error(code), { code })

it.each([
  ['a full disk', systemError('ENOSPC')],
  ['a quota', systemError('EDQUOT')],
  ['a limit on the size of files', systemError('EFBIG')],
  ['LevelDB on a full disk', levelError('LEVEL_IO_ERROR', 'IO error: 000003.log: No space left on device')],
])('says of %s that it is full', (_, error) => {
  expect(explainDisk(error)).toMatchObject({ kind: 'full', code: 'storage.full' })
})

it.each([
  systemError('EROFS'),
  systemError('EACCES'),
  systemError('EPERM'),
  levelError('LEVEL_IO_ERROR', 'IO error: /data/table/000007.log: Read-only file system'),
])('says of what may not be written that it may not: %s', (error) => {
  expect(explainDisk(error)).toMatchObject({ kind: 'full', code: 'storage.unwritable' })
})

it.each([
  levelError('LEVEL_CORRUPTION', 'Corruption: bad block type'),
  levelError('LEVEL_IO_ERROR', 'IO error: 000005.ldb: Invalid argument'),
  levelError('LEVEL_DECODE_ERROR', 'Could not decode value'),
])('says of what cannot be read that it is damaged: %s', (error) => {
  expect(explainDisk(error)).toMatchObject({ kind: 'upstream', code: 'storage.damaged' })
})

it('leaves any other error as it is', () => {
  const error = systemError('EMFILE')
  expect(explainDisk(error)).toBe(error)
})

/** Every code that the sources can send is in the contract, declared by calls that send it, and provoked by a test. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { PROBLEMS } from '@doorwalk/functions/document/problem-codes'
import { type ApiDocument, currentDocument } from '../../../scripts/document/current.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** What a server runs. */
const SOURCES = ['functions/src', 'packages/core/src', 'packages/prepare/src/region/disk-regions.ts']
const THROWN =
  /(?:HttpProblem\(\s*\d+,|VisibleError\(\s*'\w+',|fieldError\(|refuse\(|code =|code:)\s*'([a-z_]+\.[a-z_]+)'/g

/** Codes in the sources that no call sends, with the reason. */
const NOT_SENT: Record<string, string> = {
  'request.abandoned': 'told to nobody but the log: the caller has gone',
  'imports.gave_up': 'told of an import, which is a job',
  'targets.gave_up': 'told of a list, which is a job',
  'imports.too_many': 'told of an import, which is a job',
  'argument.wrong': 'said by the command, which does not start',
  'doctor.no_database': 'said by the command',
  'store.damaged': 'said by the command, which does not start',
  'store.full': 'said by the command, which does not start',
  'store.locked': 'said by the command, which does not start',
  'store.unwritable': 'said by the command, which does not start',
  'language.unknown': 'said by the command of a file; requests name languages that are checked before',
  'matrix.too_large': 'said by the command; plans ask for no more points than a table holds',
  'solver.problem': 'said by the command of an instance in a file',
}
/** Made of the name of the field. */
const COMPOSED = ['plan.iterations', 'plan.seconds']
/** Of no call in particular. */
const ANYWHERE = ['request.unknown_address', 'demo.closed']

/** Of a file, or of all below a folder but this one. */
async function read(path: string): Promise<string> {
  const whole = join(ROOT, path)
  if (path.endsWith('.ts')) return readFile(whole, 'utf8')
  const names = (await readdir(whole, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('codes.test.ts'),
  )
  const texts = await Promise.all(names.map((name) => readFile(join(whole, name), 'utf8')))
  return texts.join('\n')
}

let document: ApiDocument
let inSources: Set<string>
beforeAll(async () => {
  document = await currentDocument()
  const text = (await Promise.all(SOURCES.map(read))).join('\n')
  inSources = new Set([...text.matchAll(THROWN)].map(([, code = '']) => code))
})

it('are those of the sources', () => {
  const sent = [...inSources, ...COMPOSED].filter((code) => !(code in NOT_SENT))
  expect(sent.length).toBeGreaterThan(90)
  expect(sent.sort()).toEqual(Object.keys(PROBLEMS).sort())
  // No reason for what is not there any more.
  expect(Object.keys(NOT_SENT).filter((code) => !inSources.has(code))).toEqual([])
})

it('are declared by calls, and listed as values of `code`', () => {
  const calls = Object.values(document.paths).flatMap((path) => Object.values(path))
  const declared = calls.flatMap(({ responses }) =>
    Object.values(responses).flatMap((each) => each['x-codes'] ?? []),
  )
  expect([...new Set([...declared, ...ANYWHERE])].sort()).toEqual(Object.keys(PROBLEMS).sort())
  expect(document.components.schemas['ProblemCode']?.enum).toEqual(Object.keys(PROBLEMS))
})

it('are provoked by tests', async () => {
  const tests = await read('test')
  const isProvoked = (code: string): boolean => tests.includes(`'${code}'`)
  expect(Object.keys(PROBLEMS).filter((code) => !isProvoked(code))).toEqual([])
})

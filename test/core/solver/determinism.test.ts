/**
 * The same answers on every Node: `npm test` checks the one installed, `npm run check:lambda` that of Lambda. When the
 * search itself changed: REGEN=1, and say so in the changelog.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { fixedAnswers } from '../../support/fixed-answers.ts'

const file = join(import.meta.dirname, 'answers.json')
const node = process.env.DOORWALK_LAMBDA_NODE ?? process.execPath

it('answers as committed', async () => {
  const answers = fixedAnswers()
  if (process.env.REGEN) await writeFile(file, `${JSON.stringify(answers, null, 2)}\n`)
  expect(answers).toEqual(JSON.parse(await readFile(file, 'utf8')))
})

it(`answers the same in a process of its own, on ${node}`, async () => {
  const bundle = join(await mkdtemp(join(tmpdir(), 'doorwalk-answers-')), 'answers.mjs')
  await build({
    stdin: {
      contents: `import { fixedAnswers } from './fixed-answers.ts'
        console.log(JSON.stringify({ version: process.version, answers: fixedAnswers() }))`,
      resolveDir: join(import.meta.dirname, '../../support'),
    },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: bundle, logLevel: 'error' },
  })
  const { stdout } = await promisify(execFile)(node, [bundle])
  const told: unknown = JSON.parse(stdout)
  expect(told).toMatchObject({ answers: JSON.parse(await readFile(file, 'utf8')) as object })
})

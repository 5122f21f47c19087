/**
 * The OpenAPI document against the strict rules of redocly and the rules `spectral:oas`: no error and no warning.
 * `npm run lint:api`
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core'
import spectralRulesets from '@stoplight/spectral-rulesets'
import { currentText } from './current.ts'

const REDOCLY = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js')

/** What redocly says of it; empty: nothing. */
async function redoclySays(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-openapi-'))
  const file = join(folder, 'openapi.json')
  await writeFile(file, text)
  const asked = [REDOCLY, 'lint', '--extends=recommended-strict', '--max-problems=50', file]
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const run = promisify(execFile)
  try {
    const { stderr } = await run(process.execPath, asked, { env: { ...process.env, ...quiet } })
    return /You have \d+ warning/.test(stderr) ? stderr : ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return stdout + stderr
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A line for each thing that spectral says of it. */
async function spectralSays(text: string): Promise<string[]> {
  const spectral = new spectralCore.Spectral()
  const oas = spectralRulesets.oas as RulesetDefinition
  spectral.setRuleset({ extends: [[oas, 'recommended']] })
  const found = await spectral.run(JSON.parse(text) as Record<string, unknown>)
  return found.map(({ code, message, path }) => `spectral ${code}: ${path.join('/')}: ${message}`)
}

const text = await currentText()
const said = [await redoclySays(text), ...(await spectralSays(text))].filter((line) => line !== '')
for (const line of said) console.error(line)
if (said.length > 0) process.exitCode = 1
else console.log('redocly recommended-strict and spectral:oas: 0 errors, 0 warnings')

/** What is generated for the client is what the contract of today says, and the client stays small. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/client/generate.ts'
import { MOST_BYTES, clientSize } from '../../scripts/client/size.ts'
import { ONCE } from '../../packages/client/src/generated/once.ts'
import { currentDocument } from '../../scripts/document/current.ts'

const FOLDER = join(import.meta.dirname, '../../packages/client/src/generated')

it.each(['openapi.ts', 'once.ts'])('%s is up to date: `npm run client` writes it', async (name) => {
  const files = await generatedFiles()
  expect(await readFile(join(FOLDER, name), 'utf8')).toBe(files[name])
})

it('once.ts names every POST but those that make a secret, or that others send', async () => {
  const { paths } = await currentDocument()
  const others = Object.keys(paths).filter((path) => 'post' in paths[path]! && !ONCE.has(path))
  expect(ONCE.has('/v1/plans')).toBe(true)
  expect(
    others.filter((path) => !/^\/v1\/(keys|webhooks|inbound)\b|\/(links|invitations)$/.test(path)),
  ).toEqual([])
})

it(`weighs at most ${MOST_BYTES} bytes for a browser, and needs nothing of Node`, async () => {
  const { gzip, imports } = await clientSize()
  expect(imports).toEqual([])
  expect(gzip).toBeLessThanOrEqual(MOST_BYTES)
  expect(gzip).toBeGreaterThan(2_000)
})

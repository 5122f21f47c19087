/** The demo campaign of a server that only its own machine reaches: open for reading, its organiser key in a file. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mintKey, saveKey } from '../campaigns/keys.ts'
import { CampaignSettings, writeCampaign } from '../campaigns/settings.ts'
import { DEMO_CAMPAIGN } from '../http/guard.ts'
import type { Storage } from '../world.ts'
import { explainOpening } from './table/files.ts'

const KEY = /^dw_[A-Za-z0-9_-]{20,100}$/

/**
 * The organiser key of the demo, kept in the data folder; the table has its hash only. One is made where there is none,
 * and where the file holds none: a process may have been killed while it wrote.
 */
export async function openDemo(storage: Storage, data: string): Promise<string> {
  const path = join(data, 'demo-key')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const known = text !== undefined && KEY.test(text.trim()) ? text.trim() : undefined
  const key = known ?? mintKey()
  await saveKey(storage, {
    key,
    wish: { campaign: DEMO_CAMPAIGN, scopes: ['organiser'], label: 'demo', expiresAt: null, walks: 'all' },
  })
  // Only the demo: who tries it at night shall get a walk, too.
  if (text === undefined) {
    const settings = CampaignSettings.parse({ firstKnock: '00:00', lastKnock: '23:59' })
    await writeCampaign(storage, { campaign: DEMO_CAMPAIGN, settings })
  }
  if (known === undefined) await writeKey(path, key)
  return key
}

async function writeKey(path: string, key: string): Promise<void> {
  const beside = `${path}.new`
  try {
    await writeFile(beside, `${key}\n`, { mode: 0o600, flush: true })
    await rename(beside, path)
  } catch (error) {
    throw explainOpening(error, path)
  }
}

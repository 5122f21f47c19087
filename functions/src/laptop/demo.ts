/** The demo campaign of a server that only its own machine reaches: open for reading, its organiser key in a file. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashKey, mintKey, saveKey } from '../campaigns/keys.ts'
import { CampaignSettings, writeCampaign } from '../campaigns/settings.ts'
import { DEMO_CAMPAIGN } from '../http/guard.ts'
import { apiKeyKey, settingsKey } from '../store/keys.ts'
import type { Storage } from '../world.ts'
import { explainOpening } from './table/files.ts'

const KEY = /^dw_[A-Za-z0-9_-]{20,100}$/

/**
 * The organiser key of the demo, kept in the data folder; the table has its hash only. One is made where there is none,
 * and where the file holds none: a process may have been killed while it wrote. Undefined: somebody took the key back,
 * and it stays so until the file is removed.
 */
export async function openDemo(storage: Storage, data: string): Promise<string | undefined> {
  const path = join(data, 'demo-key')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const known = text !== undefined && KEY.test(text.trim()) ? text.trim() : undefined
  if (known !== undefined && (await wasRevoked(storage, known))) return undefined
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

/** The campaign is there, which was begun with the key, and the key is not; of one that was erased nothing is there. */
async function wasRevoked(storage: Storage, key: string): Promise<boolean> {
  if (await storage.store.get(apiKeyKey(hashKey(key)))) return false
  return (await storage.store.get(settingsKey(DEMO_CAMPAIGN))) !== undefined
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

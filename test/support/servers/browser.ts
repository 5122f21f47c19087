/** Debian's chromium for tests that look at pages; null where there is none, so that the test can say why it skips. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const CANDIDATES = [process.env['DOORWALK_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser']

export const CHROMIUM = CANDIDATES.find((path) => path !== undefined && existsSync(path))
export const NO_CHROMIUM =
  'no chromium at /usr/bin/chromium: apt-get install chromium, or set DOORWALK_CHROMIUM'

/** @param more  switches of chromium */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NO_CHROMIUM)
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', ...more],
    timeout: 300_000,
  })
}

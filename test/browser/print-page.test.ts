/** The page that prints plans: as many walks at a time as a browser can print, all others a button away. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../support/servers/serve.ts'

const REGION = 'paris-9e-10e'
const WALKS = 43

describe.skipIf(CHROMIUM === undefined)(
  `the page of printed walks${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let browser: Browser
    let server: ServerProcess
    let data: string
    beforeAll(async () => {
      data = await mkdtemp(join(tmpdir(), 'doorwalk-print-'))
      ;[browser, server] = await Promise.all([openBrowser(), startServerProcess(data, { env: PATIENT })])
    })
    afterAll(async () => {
      await browser.close()
      await server.stop()
      await rm(data, { recursive: true })
    })

    it('shows a large plan part by part, each walk once', async () => {
      const doorwalk = createDoorwalk({ url: server.url, key: server.key })
      const wish = { region: REGION, volunteers: WALKS, minutes: 20, iterations: 50, seed: 1 }
      const { id } = await doorwalk.makePlan(wish)
      const page = await browser.newPage()
      await page.goto(`${server.url}/print.html#plans/${id}`)
      const parts = page.getByRole('group', { name: 'Walks' }).getByRole('button')
      const seen: string[] = []
      for (const [name, count] of [
        ['1–40', 40],
        [`41–${WALKS}`, WALKS - 40],
      ] as const) {
        const part = parts.getByText(name, { exact: true })
        if ((await part.getAttribute('aria-pressed')) !== 'true') await part.click()
        await page.locator('body[data-ready="yes"]').waitFor()
        expect(await page.locator('section.walk').count()).toBe(count)
        seen.push(...(await page.locator('section.walk h1').allTextContents()))
      }
      expect(await parts.count()).toBe(2)
      expect(new Set(seen).size).toBe(WALKS)
      await page.close()
    })
  },
)

/** The page of who walks under a name that is not of this machine, as phones in a local network see it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDoorwalk } from '@doorwalk/client'
import { DEFAULTS } from '@doorwalk/functions/config'
import { type Server, startServer } from '@doorwalk/functions/laptop/server'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'
import { next, unsent } from '../support/servers/phone-page.ts'
import { REGION } from '../support/servers/volunteer.ts'
import { until } from '../support/until.ts'

const FOLDER = join(import.meta.dirname, '../support/servers/certificate')
const SAMPLE = join(import.meta.dirname, '../../data')
/** The certificate is for it. */
const NAME = 'walks.test'
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, locale: 'fr-FR' }
const MISSING = /^Sans HTTPS cette page ne s’ouvre pas sans réseau, ne sait pas où vous êtes/

describe.skipIf(CHROMIUM === undefined)(
  `the volunteer's page in a local network${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let data: string
    let browser: Browser
    let server: Server
    let token: string
    const serve = (tls?: { cert: Buffer; key: Buffer }) =>
      startServer({
        ...{ host: '127.0.0.1', port: 0, data, regionRoots: [SAMPLE], config: DEFAULTS },
        ...{ log: () => undefined, ...(tls && { tls }) },
      })
    /** As a phone names it. */
    const address = () => `${server.url.replace('127.0.0.1', NAME)}/w/#${token}`
    beforeAll(async () => {
      data = await mkdtemp(join(tmpdir(), 'doorwalk-https-'))
      // As on a phone that believes whoever has signed the certificate.
      browser = await openBrowser([
        `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
        '--ignore-certificate-errors',
      ])
      server = await serve()
      const doorwalk = createDoorwalk({ url: server.url, key: server.demoKey ?? '' })
      const plan = await doorwalk.makePlan({
        ...{ region: REGION, area: { precincts: ['0918'] }, volunteers: 1, minutes: 90 },
        ...{ iterations: 2_000, commit: true },
      })
      const params = { path: { walkId: plan.walks[0]!.walkId } }
      token = (await doorwalk.POST('/v1/walks/{walkId}/links', { params, body: {} })).token
    })
    afterAll(async () => {
      await browser.close()
      await server.close()
      await rm(data, { recursive: true, force: true })
    })

    it('says what is missing without HTTPS, and works while it is open', async () => {
      const context = await browser.newContext(PHONE)
      const page = await context.newPage()
      await page.goto(address())
      await page.getByText(MISSING).waitFor()
      expect(await page.evaluate('isSecureContext')).toBe(false)
      await page.getByRole('button', { name: 'Commencer' }).click()
      await page.getByRole('button', { name: 'Toute la cage : personne' }).click()
      await next(page)
      await until(async () => (await unsent(page)) === 'Tout est envoyé', { pause: 300 })
      await context.close()
    })

    it('keeps the page and the walk with a certificate: both open without a network', async () => {
      await server.close()
      server = await serve({
        cert: await readFile(join(FOLDER, 'cert.pem')),
        key: await readFile(join(FOLDER, 'key.pem')),
      })
      const context = await browser.newContext(PHONE)
      const page = await context.newPage()
      await page.goto(address())
      await page.getByRole('button', { name: 'Commencer' }).click()
      await until(async () => (await unsent(page)) === 'Tout est envoyé', { pause: 300 })
      expect(await page.getByText(MISSING).count()).toBe(0)
      await page.evaluate('navigator.serviceWorker.ready')
      await context.setOffline(true)
      await page.reload()
      await page.locator('.grid').waitFor()
      await context.close()
    })
  },
)

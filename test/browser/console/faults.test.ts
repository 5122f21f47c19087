/** What the console does when calls fail: a key that ends, things that are gone, a server that is busy or away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

describe.skipIf(CHROMIUM === undefined)(`faults${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let console: ConsoleServer
  let page: Page
  beforeAll(async () => {
    console = await openConsole()
    page = await console.visit('#/plan')
    page.setDefaultTimeout(30_000)
  })
  afterAll(() => console.close())

  const answer = (path: string, status: number, body: object = {}, headers: Record<string, string> = {}) =>
    page.route(path, (route) =>
      route.fulfill({ status, headers, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    )

  it('asks for another key in every view when its own ends, and keeps what was typed', async () => {
    const api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
    const made = await api.POST('/v1/keys', { body: { scopes: ['organiser'], label: 'of a tab' } })
    await page.evaluate(`sessionStorage.setItem('doorwalk-key', '${made.key}')`)
    await page.reload()
    await page.getByRole('spinbutton', { name: 'Équipes' }).fill('7')
    await api.DELETE('/v1/keys/{keyId}', { params: { path: { keyId: made.keyId } } })
    await page.getByRole('button', { name: 'Planifier les tournées' }).click()
    const asked = page.getByRole('dialog')
    await asked.getByText('Cette clé n’est plus acceptée').waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'key-ended')
    await asked.getByRole('button', { name: 'Utiliser' }).click()
    await asked.getByText('À remplir.').waitFor()
    await asked.getByLabel('Clé de la campagne').fill(` dw_${'x'.repeat(43)}`)
    await asked.getByRole('button', { name: 'Utiliser' }).click()
    await asked.getByText('Copiez-la entière').waitFor()
    await asked.getByLabel('Clé de la campagne').fill(`${console.server.demoKey ?? ''}\n`)
    await asked.getByRole('button', { name: 'Utiliser' }).click()
    await asked.waitFor({ state: 'detached' })
    expect(await page.getByRole('spinbutton', { name: 'Équipes' }).inputValue()).toBe('7')
  })

  it.each([
    ['#/plans', '**/v1/plans?*'],
    ['#/live', '**/v1/plans?*'],
    ['#/corrections', '**/v1/corrections*'],
    ['#/holdouts', '**/v1/holdouts*'],
  ])('%s asks for a key, says that it must wait, and reads once it may', async (hash, path) => {
    await answer(path, 401, { code: 'key.unknown', detail: 'the key is unknown' })
    await page.goto(`${console.server.url}/#/nowhere`)
    await page.goto(`${console.server.url}/${hash}`)
    const asked = page.getByRole('dialog')
    await asked.waitFor()
    await page.unroute(path)
    await answer(path, 429, { code: 'rate.exceeded', detail: 'wait 90 seconds' }, { 'Retry-After': '90' })
    await asked.getByLabel('Clé de la campagne').fill(console.server.demoKey ?? '')
    await asked.getByRole('button', { name: 'Utiliser' }).click()
    await page.getByText('Trop de demandes en une minute. Attendez 90 s').first().waitFor()
    await page.unroute(path)
    await page.getByRole('button', { name: 'Réessayer' }).first().click()
    await page.getByText('Trop de demandes').waitFor({ state: 'detached' })
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor({ state: 'detached' })
  })

  it('says beside each field of a plan what came, opens what is folded, and keeps it', async () => {
    await page.goto(`${console.server.url}/#/nowhere`)
    await page.goto(`${console.server.url}/#/plan`)
    const field = (name: string) => page.getByRole('spinbutton', { name, exact: true })
    const sent = async (): Promise<void> =>
      page.getByRole('button', { name: 'Planifier les tournées' }).click()
    const told = page.locator('.field', { has: field('Équipes') }).locator('.wrong')
    for (const typed of ['', '0', '-4', '1e9', 'six', '1,5', '10 001']) {
      await field('Équipes').fill(typed)
      await sent()
      const came = typed === '' ? '' : `« ${typed} » : `
      await expect
        .poll(async () => ((await told.textContent()) ?? '').replaceAll(/\s/g, ' '))
        .toBe(`${came}Un nombre entier, de 1 à 10 000.`)
      expect(await field('Équipes').inputValue()).toBe(typed)
      expect(await page.locator('[role=spinbutton]:focus').inputValue()).toBe(typed)
    }
    await field('Équipes').fill(' 2 ')
    await page.getByText('Plus de choix').click()
    await field('Portes par tournée, au plus').fill('beaucoup')
    await page.getByText('Plus de choix').click()
    await sent()
    await page.getByText('« beaucoup » : Un nombre entier').waitFor()
    expect(await field('Portes par tournée, au plus').isVisible()).toBe(true)
    await field('Portes par tournée, au plus').fill('')
    await page.getByLabel('Date et heure').fill('2020-03-14T10:00')
    await sent()
    await page.getByText('Ce moment est passé').waitFor()
    await screenshot(page, 'form-faults')
    await page.getByLabel('Date et heure').fill('')
  })

  it('says of what is gone where the others are', async () => {
    await page.goto(`${console.server.url}/#/weekend/batch_00000000000000000000000000`)
    await page.getByText('Ce week-end n’existe plus.').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Week-end', exact: true }).click()
    await page
      .getByRole('button', { name: /Planifier/ })
      .first()
      .waitFor()
  })

  it('reads again by itself when the network is back', async () => {
    await page.goto(`${console.server.url}/#/nowhere`)
    await page.route('**/v1/areas*', (route) => route.abort())
    await page.goto(`${console.server.url}/#/areas`)
    await page.getByText('Le serveur ne répond pas').waitFor()
    await page.unroute('**/v1/areas*')
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await page.getByText('Le serveur ne répond pas').waitFor({ state: 'detached' })
  })
})

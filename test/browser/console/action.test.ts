/** What organisers look at while people walk and afterwards, in a real browser on a real server. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const REGION = 'paris-9e-10e'

describe.skipIf(CHROMIUM === undefined)(`an action${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let console: ConsoleServer
  let api: Doorwalk
  beforeAll(async () => {
    console = await openConsole()
    api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
  })
  afterAll(() => console.close())
  afterEach(async () => {
    await console.leave()
    expect(console.complaints.splice(0)).toEqual([])
  })

  it('is followed live: who is out, how far, and what to do', async () => {
    const empty = await console.visit('#/live')
    await empty.getByText('Personne n’est dehors.').waitFor()
    expect(await violations(empty)).toEqual([])

    const plan = await api.makePlan({
      ...{
        region: REGION,
        area: { precincts: ['0925'] },
        volunteers: 3,
        minutes: 45,
        commit: true,
        iterations: 500,
      },
    })
    const [first, second] = plan.walks
    const { walkId } = first!
    await api.POST('/v1/walks/{walkId}/start', { params: { path: { walkId } } })
    const { stops } = await api.GET('/v1/walks/{walkId}', { params: { path: { walkId } } })
    const large = stops.flatMap(({ targets }) => targets).find(({ doors }) => doors >= 11)!
    await api.POST('/v1/visits', {
      body: {
        region: REGION,
        visits: [
          {
            ...{ id: 'live-0001', target: large.id, walk: walkId, at: new Date().toISOString() },
            ...{ knocked: large.doors, opened: large.doors },
          },
        ],
      },
    })

    const page = await console.visit('#/live')
    await page.getByRole('link', { name: /Suivre le plan/ }).click()
    await page
      .getByText(/1 sur \d+ adresses/)
      .first()
      .waitFor()
    const row = page.getByRole('row', { name: /Tournée 1/ })
    expect(await row.textContent()).toContain('en cours')
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'live')
    await row.getByRole('button', { name: 'Plus de temps pour la tournée 1' }).click()
    await page.getByLabel('Minutes à partir de maintenant').fill('0')
    await page.getByRole('dialog').getByRole('button', { name: 'Plus de temps' }).click()
    await page.locator('dialog [aria-invalid="true"]').waitFor()
    await page.getByLabel('Minutes à partir de maintenant').fill('50')
    await page.getByRole('dialog').getByRole('button', { name: 'Plus de temps' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await row.getByRole('button', { name: /ils sont revenus/ }).click()
    await page.getByRole('button', { name: 'Oui, le faire' }).click()
    await row.getByText('terminée').waitFor()
    // Somebody else gives a walk back meanwhile: told, and the view goes on.
    await page.getByRole('button', { name: 'Rendre la tournée 2' }).click()
    await api.POST('/v1/walks/{walkId}/release', { params: { path: { walkId: second!.walkId } } })
    await page.getByRole('button', { name: 'Oui, le faire' }).click()
    await page.getByRole('dialog').getByRole('alert').or(page.getByText('rendue').nth(1)).first().waitFor()
    await page.reload()
    await page.getByText('rendue').first().waitFor()

    const phone = await console.visit(`#/plans/${plan.id}/live`, PHONE)
    await phone.getByText('terminée').first().waitFor()
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await screenshot(phone, 'live-phone')
  })
})

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
      .getByText(/1 lieu sur \d+/)
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

  it('is counted: coverage with goal and pace, and a table', async () => {
    await api.PUT('/v1/campaigns/{campaign}', {
      params: { path: { campaign: 'demo' } },
      body: { firstKnock: '00:00', lastKnock: '23:59', goal: { doors: 4000, by: '2099-01-01' } },
    })
    const page = await console.visit('#/coverage', { locale: 'en-GB' })
    await page.getByText(/^Left to the goal: /).waitFor()
    await page.getByText(/At this pace it is done on/).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Table as CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('coverage.csv')
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'coverage')
    const phone = await console.visit('#/coverage', PHONE)
    await phone.getByText(/jusqu’à l’objectif/).waitFor()
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  it('corrects the map: accepted by one, told to the other', async () => {
    const empty = await console.visit('#/corrections')
    await empty.getByText('Rien ne vous attend.').waitFor()
    const { walks } = await api.GET('/v1/walks', { params: { query: { limit: 1, state: 'leased' } } })
    const { walkId } = walks[0] as { walkId: string }
    const { stops } = await api.GET('/v1/walks/{walkId}', { params: { path: { walkId } } })
    const [{ targets }] = stops as [(typeof stops)[number]]
    const correction = await api.POST('/v1/walks/{walkId}/corrections', {
      params: { path: { walkId } },
      body: { target: targets[0]!.id, kind: 'doors', doors: 7 },
    })
    const page = await console.visit('#/corrections')
    await page.getByText('7 portes').waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'corrections')
    await page.getByRole('button', { name: /^Accepter\s: / }).click()
    await page.getByText('Les plans suivants comptent avec ce nombre').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Accepter' }).click()
    await page.getByText('Rien ne vous attend.').waitFor()
    await page.getByLabel('Afficher').selectOption('accepted')
    await page.getByText('7 portes').waitFor()
    await page.reload()
    await page.getByText('7 portes').waitFor()
    const { corrections } = await api.GET('/v1/corrections', { params: { query: { state: 'accepted' } } })
    expect(corrections.map(({ id }) => id)).toEqual([correction.id])
  })
})

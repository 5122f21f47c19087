/** What an organiser settles, and how canvassing is measured, in a real browser on a real server. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'
import { type Receiver, openReceiver } from '../../support/servers/receiver.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

describe.skipIf(CHROMIUM === undefined)(`settings${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let console: ConsoleServer
  let api: Doorwalk
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await openReceiver()
    console = await openConsole({ webhookAllow: [receiver.origin] })
    api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
  })
  afterAll(async () => {
    await console.close()
    await receiver.kill()
  })
  afterEach(async () => {
    await console.leave()
    expect(console.complaints.splice(0)).toEqual([])
  })

  const settings = () => api.GET('/v1/campaigns/{campaign}', { params: { path: { campaign: 'demo' } } })

  it('keeps ballots and goal: wrong beside the field, kept over a reload, two organisers told', async () => {
    const page = await console.visit('#/settings')
    await page.getByLabel('Il y a un objectif').check()
    await page.getByLabel('Portes à atteindre').fill('0')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Un nombre entier de portes').waitFor()
    await page.getByLabel('Portes à atteindre').fill('5000')
    await page.getByLabel('D’ici le').fill('2099-03-20')
    await page.getByRole('button', { name: 'Ajouter un jour' }).click()
    await page.getByLabel('Jour 1', { exact: true }).fill('2099-03-21')
    await page.reload()
    expect(await page.getByLabel('Portes à atteindre').inputValue()).toBe('5000')
    const params = { path: { campaign: 'demo' } }
    await api.PUT('/v1/campaigns/{campaign}', { params, body: { silenceHours: 12 } })
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText(/Quelqu’un d’autre a changé cela/).waitFor()
    expect((await settings()).silenceHours).toBe(12)
    await page.getByRole('button', { name: 'Abandonner mes changements' }).click()
    await page.getByText('Pas encore enregistré.').waitFor({ state: 'detached' })
    await page.getByLabel('Il y a un objectif').check()
    await page.getByLabel('Portes à atteindre').fill('4000')
    await page.getByLabel('D’ici le').fill('2099-03-20')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Enregistré.', { exact: true }).waitFor()
    expect(await settings()).toMatchObject({ silenceHours: 12, goal: { doors: 4000, by: '2099-03-20' } })
  })

  it('makes a key, shows it once, and revokes it', async () => {
    const page = await console.visit('#/settings', { locale: 'en-GB' })
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText('Say in 1 to 64 letters what it is for.').waitFor()
    await page.getByLabel('What it is for').first().fill('screen in the office')
    await page.getByLabel(/Look only, change nothing/).check()
    await page.getByRole('button', { name: 'Make a key' }).click()
    const key = await page.getByRole('textbox', { name: 'The new key' }).inputValue()
    const reader = createDoorwalk({ url: console.server.url, key })
    await reader.GET('/v1/plans')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await page.reload()
    await page.getByRole('row', { name: /screen in the office Look only/ }).waitFor()
    expect(await page.content()).not.toContain(key)
    await page.getByRole('button', { name: 'Revoke the key "screen in the office"' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('row', { name: /screen in the office/ }).waitFor({ state: 'detached' })
    await expect(reader.GET('/v1/plans')).rejects.toMatchObject({ status: 401 })
  })

  it('asks for another key when its own is revoked', async () => {
    const { key } = await api.POST('/v1/keys', { body: { scopes: ['organiser'], label: 'of this tab' } })
    const page = await console.visit('#/settings', { locale: 'en-GB' })
    await page.evaluate(`sessionStorage.setItem('doorwalk-key', '${key}')`)
    await page.reload()
    await page.getByRole('button', { name: 'Revoke the key "of this tab"' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByLabel('Key of the campaign').fill(console.server.demoKey ?? '')
    await page.getByRole('button', { name: 'Use' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  })

  it('connects a program, tests it, and shows what was sent', async () => {
    const page = await console.visit('#/settings')
    await page.getByLabel('Adresse du programme').fill('https://10.0.0.1/')
    await page.getByLabel('À quoi il sert').fill('Adhérents')
    await page.getByRole('button', { name: 'Relier' }).click()
    await page.getByText(/que tout le monde peut atteindre/).waitFor()
    await page.getByLabel('Adresse du programme').fill(`${receiver.origin}/doorwalk`)
    await page.getByRole('button', { name: 'Relier' }).click()
    expect(await page.getByRole('textbox', { name: 'Le secret' }).inputValue()).toMatch(/^whsec_/)
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click()
    await page.getByRole('button', { name: 'Tester Adhérents' }).click()
    await page.getByRole('row', { name: /un essai arrivé 1 204/ }).waitFor()
    expect(receiver.received.map(({ path }) => path)).toEqual(['/doorwalk'])
    await page.reload()
    await page.getByRole('row', { name: /un essai arrivé 1 204/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'settings', { fullPage: true })
    const phone = await console.visit(new URL(page.url()).hash, PHONE)
    await phone.getByRole('row', { name: /un essai arrivé/ }).waitFor()
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await screenshot(phone, 'settings-phone', { fullPage: true })
    await page.getByRole('button', { name: 'Supprimer Adhérents' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('Aucun programme n’est averti.').waitFor()
  })
  it('draws a hold-out in pairs, opens it, and tells what its results say', async () => {
    const page = await console.visit('#/holdouts')
    await page.getByText('Rien n’est mis à part').waitFor()
    await page.getByRole('button', { name: 'Tirer maintenant' }).click()
    await page.getByText('Choisissez ce qui rend des bureaux de vote semblables.').waitFor()
    await page.getByRole('combobox', { name: 'Semblables par' }).selectOption({ label: 'abstention' })
    await page.getByRole('button', { name: 'Tirer maintenant' }).click()
    await page.getByRole('dialog').getByText('n’auront aucune tournée').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Tirer maintenant' }).click()
    await page.getByText('Empreinte (SHA-256)').waitFor()
    const { holdouts } = await api.GET('/v1/holdouts')
    const [{ id, seedHash }] = holdouts as [(typeof holdouts)[number]]
    await page.reload()
    await page.getByText(seedHash).waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'holdouts', { fullPage: true })
    await page.getByRole('button', { name: 'Ouvrir le tirage' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir le tirage' }).click()
    await page.getByRole('button', { name: 'Y écrire les bureaux du tirage' }).click()
    const params = { path: { holdoutId: id } }
    const { units } = await api.GET('/v1/holdouts/{holdoutId}/assignment', { params })
    const lines = units.map(({ unit, heldOut }, at) => `${unit}\t${(heldOut ? 400 : 430) + (at % 5)}\t1 000`)
    const field = page.getByLabel('Résultats, un bureau de vote par ligne')
    await field.fill(['bureau\tvoix\tinscrits', ...lines, 'ABC\t1\t2'].join('\n'))
    await page.getByRole('button', { name: 'Évaluer' }).click()
    await page.getByText('il n’y a pas de tel bureau de vote dans cette région.').waitFor()
    await field.fill(['bureau\tvoix\tinscrits', ...lines].join('\n'))
    await page.getByRole('button', { name: 'Évaluer' }).click()
    await page
      .getByText(/la part est plus haute que là où personne n’a été envoyé : de [23],\d points/)
      .waitFor()
    await page.reload()
    await page.getByText(/Ne comparez pas avant et après/).waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'holdout', { fullPage: true })
    const phone = await console.visit(`#/holdouts/${id}`, PHONE)
    await phone.getByText('Qui était mis à part').waitFor()
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await screenshot(phone, 'holdout-phone')
  })
})

/** A weekend by keyboard alone: what is reached by Tab, where the focus is; and every view for all eyes and ears. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, violations } from '../../support/servers/console.ts'

/** Stops of Tab from one end of a view to the other, at most. */
const MOST_STOPS = 150
/** What has the focus: its name for those who hear it, and whether it is seen that it has it. */
const FOCUS = `(() => {
  const at = document.activeElement
  const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent
  return { name: name.trim(), tag: at.tagName, isSeen: getComputedStyle(at).outlineStyle === 'solid' }
})()`

interface Focus {
  name: string
  tag: string
  isSeen: boolean
}

const focusOf = (page: Page): Promise<Focus> => page.evaluate<Focus>(FOCUS)

/** By Tab only, from where the focus is. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    if (!(typeof name === 'string' ? focus.name === name : name.test(focus.name))) continue
    expect(focus.isSeen, focus.name).toBe(true)
    return
  }
  throw new Error(`${String(name)} is not reached by Tab`)
}

async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name)
  await page.keyboard.press(key)
}

/** From the menu, as Tab reaches it from the top. */
async function openView(page: Page, name: string): Promise<void> {
  await page.evaluate(`document.querySelector('.skip').focus()`)
  await press(page, name)
  await page.locator('h2:focus').waitFor()
}

describe.skipIf(CHROMIUM === undefined)(
  `by keyboard alone${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    let page: Page
    beforeAll(async () => {
      console = await openConsole()
      page = await console.visit('#/corrections', { locale: 'en-GB' })
      await page.getByRole('heading', { name: 'Corrections' }).waitFor()
    })
    afterAll(async () => {
      await console.close()
      expect(console.complaints).toEqual([])
    })

    it('plans a weekend, changes a plan and takes it back, hands it out and calls the roll', async () => {
      await openView(page, 'Weekend')
      await page.getByRole('checkbox', { name: /^0925/ }).waitFor()
      await press(page, 'Remove shift 2')
      // The next one has its place, and the focus; what was removed comes back by two keys.
      await page.getByRole('button', { name: 'Remove shift 3' }).waitFor({ state: 'detached' })
      await page.locator('[aria-label="Remove shift 2"]:focus').waitFor()
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: 'Remove shift 3' }).waitFor()
      for (const number of ['3', '2']) {
        await page.getByRole('button', { name: `Remove shift ${number}` }).focus()
        await page.keyboard.press('Enter')
      }
      await press(page, /^0925/, 'Space')
      await press(page, 'A number of teams', 'ArrowDown')
      await reach(page, 'Names, one per line')
      await page.keyboard.insertText('Zénobie Marchal\nYvain Corbel')
      await press(page, /^Hand the walks out at once/, 'Space')
      await press(page, 'Plan the weekend (1 plan)')
      await page.getByRole('link', { name: /^Hand out:/ }).waitFor()
      await press(page, /^\d+ walks · .*: Plan/)
      await page.locator('.walk-name').nth(1).waitFor()

      await press(page, 'Show walk 2')
      await page.locator('.detail-row').waitFor()
      await reach(page, /^Change: /)
      const { name } = await focusOf(page)
      await page.keyboard.press('Enter')
      await page.locator('dialog[open]').waitFor()
      // Closed and wanted again before the browser says that it is closed: what was wanted last counts.
      await page.evaluate<void>(`(() => {
        document.querySelector('dialog .close').click()
        document.querySelector('[aria-label="${name}"]').click()
      })()`)
      await page.evaluate<void>(`new Promise((later) => setTimeout(() => requestAnimationFrame(later)))`)
      expect(await page.locator('dialog[open]').count()).toBe(1)
      await page.keyboard.press('Escape')
      expect(await page.locator('dialog').count()).toBe(0)
      expect((await focusOf(page)).name).toBe(name)
      await page.keyboard.press('Enter')
      await page.locator('dialog[open]').waitFor()
      await press(page, 'Move it there')
      await page.locator('.cost:not(:empty)').waitFor()
      // The row is gone: the one that stands in its place has the focus.
      await page.locator('.detail-row button:focus').waitFor()
      expect((await focusOf(page)).name).toMatch(/^Change: /)
      expect((await focusOf(page)).name).not.toBe(name)
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: 'Redo' }).and(page.locator(':enabled')).waitFor()
      await page.locator('.detail-row button:focus').waitFor()

      await page.locator('nav.tabs a[aria-current]').focus()
      await press(page, 'Hand out')
      await press(page, 'Hand all walks out')
      await page.getByText('Handed out: these addresses').waitFor()
      await press(page, 'Make all links')
      await page.locator('.link-sheet svg').nth(1).waitFor()
      await page.locator('nav.tabs a[aria-current]').focus()
      await press(page, 'Roll-call')
      await page.getByRole('radiogroup').first().waitFor()
      await reach(page, 'here')
      await page.keyboard.press('ArrowDown')
      await page.getByText('1 here, 1 late, 0 not here.').waitFor()
    })

    it('opens every view in French with nothing that axe-core minds by day or night: folded, wrong, in dialogs', async () => {
      const api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
      const { plan, holdout } = await sceneOf(api)
      const french = await console.visit('#/nowhere')
      const found: string[] = []
      /** By day all of it, by night its colours; and no word of English. */
      const look = async (where: string, within: string): Promise<void> => {
        await french.emulateMedia({ colorScheme: 'light' })
        const byDay = await violations(french, { within })
        await french.emulateMedia({ colorScheme: 'dark' })
        const byNight = await violations(french, { within, rules: ['color-contrast'] })
        const said = await french.evaluate<string[]>(`(${TEXTS})(${JSON.stringify(within)})`)
        for (const each of [...byDay, ...byNight, ...said.filter((text) => ENGLISH.test(text))])
          found.push(`${where}: ${each}`)
      }
      for (const { view, wrong, dialogs = [] } of viewsOf(plan, holdout)) {
        await french.evaluate(`location.hash = '#/${view}'`)
        await french.locator('h2').first().waitFor()
        await french.locator('.busy').waitFor({ state: 'detached' })
        await french.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`)
        if (wrong !== undefined) {
          await french.getByRole('button', { name: wrong, exact: true }).first().focus()
          await french.keyboard.press('Enter')
          await french.locator('[aria-invalid="true"]:focus, .problem:focus').waitFor()
        }
        await look(view, 'body')
        for (const name of dialogs) {
          const opener = french.getByRole('button', { name, exact: true }).first()
          await opener.focus()
          await french.keyboard.press('Enter')
          await french.locator('dialog[open]').waitFor()
          await look(`${view}, ${String(name)}`, 'dialog')
          await french.keyboard.press('Escape')
          await french.locator('dialog').waitFor({ state: 'detached' })
          await opener.and(french.locator(':focus')).waitFor()
        }
      }
      expect(found).toEqual([])

      // Two keys a moment apart do once what they ask for.
      await french.evaluate(`location.hash = '#/areas'`)
      await french.getByRole('checkbox', { name: /^0925/ }).check()
      await french.getByLabel('Nom', { exact: true }).fill('Square')
      await french.evaluate<void>(`(() => {
        const form = document.querySelector('form.side')
        form.requestSubmit()
        form.requestSubmit()
      })()`)
      await french.getByText('Square est enregistrée.').waitFor()
      await french.getByRole('button', { name: 'Supprimer la zone Square' }).waitFor()
      expect((await api.GET('/v1/areas')).areas).toHaveLength(1)
    })
  },
)

/** What is seen and read aloud, without the attribution of data, which is as its owners want it. */
const TEXTS = `(within) => {
  const all = [...document.querySelectorAll(within)]
  const spoken = all.flatMap((one) => [...one.querySelectorAll('[aria-label], [title], [placeholder]')])
  return [
    document.title,
    ...all.flatMap((one) => [...(one.matches('body') ? one.querySelectorAll('header, main') : [one])])
      .flatMap((one) => one.innerText.split('\\n')),
    ...spoken.flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? '')),
  ]
}`
const ENGLISH =
  /(?<![\p{L}\d_/.-])(?:the|of|and|your|is|are|with|this|walks?|doors?|choose|save|close|delete|open|new|name|area)(?![\p{L}\d_/.-])/iu

interface Seen {
  view: string
  /** A button that is pressed too early. */
  wrong?: string
  /** Buttons that open one. */
  dialogs?: (string | RegExp)[]
}

function viewsOf(plan: string, holdout: string): Seen[] {
  return [
    { view: 'plan' },
    { view: 'plans' },
    { view: 'weekend' },
    { view: 'areas', wrong: 'Enregistrer la zone' },
    { view: 'live' },
    { view: 'coverage' },
    { view: 'corrections', dialogs: [/^Accepter/, /^Refuser/] },
    { view: 'holdouts', wrong: 'Tirer maintenant', dialogs: [/^Supprimer le tirage/] },
    { view: `holdouts/${holdout}`, dialogs: ['Ouvrir le tirage'] },
    { view: 'settings', wrong: 'Créer une clé', dialogs: [/^Retirer la clé/] },
    { view: `plans/${plan}?walk=1`, dialogs: [/^Changer/, 'Supprimer'] },
    { view: `plans/${plan}/hand-out`, dialogs: [/^Fermer l’invitation/] },
    { view: `plans/${plan}/roll-call` },
    { view: `plans/${plan}/paper` },
    { view: `plans/${plan}/live`, dialogs: [/^Plus de temps pour/, /sont revenus$/, /^Rendre la/] },
    { view: `compare?a=${plan}&b=${plan}` },
  ]
}

/** Something in every view: walks that are out, a correction, a key, an invitation, a hold-out. */
async function sceneOf(api: Doorwalk): Promise<{ plan: string; holdout: string }> {
  const region = 'paris-9e-10e'
  const made = await api.makePlan({
    ...{ region, area: { precincts: ['0921'] }, volunteers: 2, minutes: 30, commit: true, iterations: 200 },
  })
  const { walkId } = made.walks[0]!
  const params = { path: { walkId } }
  const { stops } = await api.GET('/v1/walks/{walkId}', { params })
  const target = stops[0]!.targets[0]!.id
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const [{ id: holdout }] = await Promise.all([
    api.POST('/v1/holdouts', {
      body: { region, unit: 'precinct', share: 1 / 3, pairs: { field: 'inscrits' } },
    }),
    api.POST('/v1/walks/{walkId}/start', { params }),
    api.POST('/v1/walks/{walkId}/corrections', { params, body: { target, kind: 'lift' } }),
    api.POST('/v1/keys', { body: { label: 'écran', scopes: ['read'] } }),
    api.POST('/v1/invitations', { body: { region, start: [2.3478, 48.8805], minutes: 60, most: 3, until } }),
  ])
  return { plan: made.id, holdout }
}

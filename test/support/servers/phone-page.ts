/** What somebody does with the volunteer's page, in French, in a browser. */
import type { BrowserContext, Page } from 'playwright-core'

/** Opened by its link, and begun. */
export async function walking(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.locator('.grid').waitFor()
  return page
}

/** Ticks so many doors that have no tick yet. */
export async function tap(page: Page, doors: number, outcome: string): Promise<void> {
  const fresh = page.locator(
    '.tap:not([disabled]):not(.opened):not(.refused):not(.nobody):not(.later):not(.never)',
  )
  for (let door = 0; door < doors; door++) await fresh.nth(door).click()
  await page.locator(`.outcomes .${outcome}`).click()
}

export const next = (page: Page): Promise<void> => page.locator('button.main').click()

/** What the head says of what is not sent. */
export const unsent = (page: Page): Promise<string | null> => page.locator('.post').textContent()

/** The last tap is kept. */
export const kept = (page: Page): Promise<void> => page.locator('main[aria-busy="false"]').waitFor()

/** As a phone does that runs out of memory, once it has said that the last tap is kept. */
export async function kill(page: Page): Promise<void> {
  await kept(page)
  await page.goto('chrome://crash').catch(() => undefined)
  await page.close()
}

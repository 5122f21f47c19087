/** What a printed walk looks like in a browser: its sheets, its letters, and the pages of its PDF. */
import { inflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'

interface Printed {
  /** Glyphs on each page of the PDF. */
  pages: number[]
  sheets: PrintedSheet[]
  /** Size of the smallest text, points. */
  smallest: { points: number; text: string }
  /** Least side of a box to tick, mm. */
  box: number
  /** Addresses of anything that was asked of the network. */
  requests: string[]
}

interface PrintedSheet {
  /** Rows of its tables. */
  rows: number
  /** What does not fit on it, mm. */
  over: number
  /** The map as drawn ÷ as meant: less where the browser had to make it smaller. */
  shrunk: number
  hasMap: boolean
}

export async function printed(browser: Browser, html: string): Promise<Printed> {
  const page = await browser.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.setContent(html)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.evaluate<Pick<Printed, 'sheets' | 'smallest' | 'box'>>(LOOK)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.close()
  return { pages: glyphsByPage(pdf), requests, ...seen }
}

/** Runs in the page. */
const LOOK = `(() => {
  const mm = 25.4 / 96
  const sheets = [...document.querySelectorAll('.sheet')].map((sheet) => {
    const map = sheet.querySelector('.map')
    const drawn = map && map.getBoundingClientRect().height * mm
    return {
      rows: sheet.querySelectorAll('tbody tr').length,
      over: (sheet.scrollHeight - sheet.clientHeight) * mm,
      shrunk: map ? drawn / parseFloat(map.getAttribute('height')) : 1,
      hasMap: map !== null,
    }
  })
  let smallest = { points: Infinity, text: '' }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent.trim()
    const element = node.parentElement
    if (text === '') continue
    const matrix = element.getScreenCTM?.() ?? { a: 1, b: 0 }
    const points = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(matrix.a, matrix.b) * 0.75
    if (points < smallest.points) smallest = { points, text }
  }
  const boxes = [...document.querySelectorAll('.box')].map((box) => box.getBoundingClientRect())
  const box = Math.min(...boxes.flatMap(({ width, height }) => [width, height])) * mm
  return { sheets, smallest, box }
})()`

/** Of a glyph in a PDF as chromium writes it. */
const DIGITS = 4

/** Of a PDF as chromium writes it, whose text is hexadecimal strings. */
function glyphsByPage(pdf: Buffer): number[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Type \/Page\b[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const start = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj`)) + 'stream\n'.length
    const content = inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')
    const digits = [...content.matchAll(/<([0-9A-F]+)>/gi)].reduce((sum, [, hex]) => sum + hex!.length, 0)
    return Math.floor(digits / DIGITS)
  })
}

/** Shares of the pixels, and how many there are. */
interface Ink {
  dark: number
  light: number
  pixels: number
}

/** Of each part of a page, as it is shown at the moment. */
export async function inkOf(page: Page, selector: string): Promise<Ink[]> {
  const inks: Ink[] = []
  const reader = await page.context().newPage()
  for (const place of await page.locator(selector).all()) {
    const png = (await place.screenshot()).toString('base64')
    inks.push(await reader.evaluate<Ink>(`(${SHARES})('data:image/png;base64,${png}')`))
  }
  await reader.close()
  return inks
}

/** Runs in a page. The frame of a cell is not its number: it is left out. */
const SHARES = `async (url) => {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const frame = 4
  const { data } = context.getImageData(frame, frame, image.width - 2 * frame, image.height - 2 * frame)
  let [dark, light] = [0, 0]
  for (let at = 0; at < data.length; at += 4) {
    const grey = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]
    if (grey < 96) dark++
    if (grey > 200) light++
  }
  return { dark: (4 * dark) / data.length, light: (4 * light) / data.length, pixels: data.length / 4 }
}`

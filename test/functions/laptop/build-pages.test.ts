import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { PAGE_FILES, buildPages } from '@doorwalk/functions/laptop/build-pages'

/** What a phone on a slow network may have to load before the console is there. */
const MAX_CONSOLE_BYTES = 250_000
/** The page of lists has no map; it has imports, candidates and the sentences of every problem, in two languages. */
const MAX_LIST_BYTES = 48_000

let files: Map<string, Uint8Array>
beforeAll(async () => {
  files = await buildPages()
})

function textOf(name: string): string {
  return new TextDecoder().decode(files.get(name))
}

/** Addresses that the HTML loads by itself. */
function loadedBy(page: string): string[] {
  return [...textOf(page).matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/g)].map((match) => match[1]!)
}

it('makes every file that is served, and no other', () => {
  expect([...files.keys()].sort()).toEqual([...PAGE_FILES].sort())
  for (const [name, contents] of files) expect(contents.length, name).toBeGreaterThan(100)
})

it.each(['index.html', 'print.html', 'lists/index.html'])(
  'loads with %s what is served here, nothing else',
  (page) => {
    const loaded = loadedBy(page)
    expect(loaded.length).toBeGreaterThan(2)
    for (const address of loaded) expect(PAGE_FILES).toContain(address.slice(1))
    const sheets = loaded
      .filter((address) => address.endsWith('.css'))
      .map((address) => textOf(address.slice(1)))
    for (const sheet of sheets) expect(sheet).not.toMatch(/url\((?!data:|#)|@import/)
  },
)

it('carries the map program with its licence, and keeps the console small', () => {
  expect(textOf('main.js')).toContain('Leaflet 1.9.4')
  const packed = ['index.html', 'main.js', 'style.css'].map((name) => gzipSync(files.get(name)!).length)
  expect(packed.reduce((a, b) => a + b)).toBeLessThan(MAX_CONSOLE_BYTES)
})

it('keeps the page of lists without a map, and small', () => {
  expect(textOf('lists/main.js')).not.toContain('Leaflet')
  const packed = ['index.html', 'main.js', 'style.css'].map(
    (name) => gzipSync(files.get(`lists/${name}`)!).length,
  )
  expect(packed.reduce((a, b) => a + b)).toBeLessThan(MAX_LIST_BYTES)
})

it('writes no program text that a content policy would have to let pass', () => {
  for (const name of ['main.js', 'print.js', 'lists/main.js'])
    expect(textOf(name)).not.toMatch(/\beval\(|new Function\(/)
})

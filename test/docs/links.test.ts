/** Pages lead somewhere: links to files and headings, commands of package.json, and files that are named. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['.', 'docs', 'docs/decisions', 'examples', 'data', 'packages/client']
/** How pages shorten what they name, beside a path from the root. */
const SHORT: [short: string, long: string][] = [
  ['core/', 'packages/core/src/'],
  ['prepare/', 'packages/prepare/src/'],
  ['', 'packages/core/src/'],
  ['', 'packages/core/src/solver/'],
  ['', 'packages/prepare/src/'],
  ['', 'functions/src/'],
  ['', 'web/src/'],
  ['', 'web/src/console/'],
  ['', 'web/src/volunteer/'],
  ['', 'test/browser/'],
]

const pages = new Map<string, string>()
for (const folder of FOLDERS)
  for (const name of await readdir(join(ROOT, folder)))
    if (name.endsWith('.md')) {
      const file = normalize(join(folder, name))
      pages.set(file, await readFile(join(ROOT, file), 'utf8'))
    }

/** As GitHub names them. */
function headingsOf(page: string): Set<string> {
  const names = new Set<string>()
  for (const [, title = ''] of withoutCode(page).matchAll(/^#{1,6} (.*)$/gm)) {
    const name = title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-')
    let [own, next] = [name, 0]
    while (names.has(own)) own = `${name}-${String(++next)}`
    names.add(own)
  }
  return names
}

function withoutCode(page: string): string {
  return page.replaceAll(/```[\s\S]*?```/g, '')
}

it('links lead to files and headings that are there', () => {
  const dead: string[] = []
  for (const [file, page] of pages)
    for (const [, link = ''] of withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue
      const [path = '', heading] = link.split('#')
      const target = path === '' ? file : normalize(join(dirname(file), path))
      const known = pages.get(target)
      const isThere =
        existsSync(join(ROOT, target)) &&
        (heading === undefined || known === undefined || headingsOf(known).has(heading))
      if (!isThere) dead.push(`${file}: ${link}`)
    }
  expect(dead).toEqual([])
})

/** Decisions and the changelog tell of their day. */
const current = [...pages].filter(([file]) => !file.startsWith('docs/decisions') && file !== 'CHANGELOG.md')

it('commands are those of package.json', async () => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
  const unknown = current.flatMap(([file, page]) =>
    [...page.matchAll(/npm run ([\w:-]+)/g)].flatMap(([, name = '']) =>
      name in scripts ? [] : [`${file}: ${name}`],
    ),
  )
  expect(unknown).toEqual([])
})

it('the README shows from a fresh clone what the project does, and that it works', () => {
  const lines = pages.get('README.md')!.split('\n')
  for (const command of ['npm ci && npm run demo', 'npm ci && npm test'])
    expect(
      lines.some((line) => line.replace(/ +#.*/, '') === command),
      command,
    ).toBe(true)
})

/** Alone between backticks, or from the root anywhere, such as in a command. */
const NAMED =
  /(?:(?<=`)|\b(?=(?:bench|functions|infra|packages|scripts|test|web)\/))((?:[\w.-]+\/)+[\w.-]+\.(?:tsx?|mts|md))\b/g

it('files that are named are there', () => {
  const missing = current.flatMap(([file, page]) =>
    [...page.matchAll(NAMED)].flatMap(([, path = '']) => {
      const places = [
        path,
        ...SHORT.filter(([short]) => path.startsWith(short)).map(
          ([short, long]) => long + path.slice(short.length),
        ),
      ]
      const isExample = /\b(NAME|CODE|ROOM)\b/.test(path)
      return isExample || places.some((place) => existsSync(join(ROOT, place))) ? [] : [`${file}: ${path}`]
    }),
  )
  expect(missing).toEqual([])
})

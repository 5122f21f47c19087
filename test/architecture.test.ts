/** The directions between rooms hold, nothing turns in a circle, no room is too full; and the check itself bites. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Direction,
  MOST_FILES,
  circles,
  fillOf,
  forbiddenImports,
  roomOf,
} from '../scripts/rooms/check.ts'
import { readTree } from '../scripts/rooms/imports.ts'
import { DIRECTIONS, MOST_AT_ROOT } from '../scripts/rooms/table.ts'

describe('the house', () => {
  const tree = readTree(resolve(import.meta.dirname, '..'))

  it('reads all of it', () => {
    expect(tree.files.length).toBeGreaterThan(300)
    expect(tree.imports.length).toBeGreaterThan(1500)
    expect(tree.files).toContain('sst.config.ts')
  })

  it('keeps the directions of the table', () => {
    expect(forbiddenImports(tree, DIRECTIONS)).toEqual([])
  })

  it('has no circle of files, types counted', () => {
    expect(circles(tree, (file) => file)).toEqual([])
  })

  it('has no circle of rooms, types counted', () => {
    expect(circles(tree, roomOf)).toEqual([])
  })

  it('has no room that is too full', () => {
    const fill = fillOf(tree)
    expect([...fill].filter(([, files]) => files > MOST_FILES)).toEqual([])
    for (const [root, most] of Object.entries(MOST_AT_ROOT)) expect(fill.get(root)).toBeLessThanOrEqual(most)
  })

  it('names no room in the table that is not there', () => {
    const rooms = new Set(tree.files.map(roomOf))
    expect(DIRECTIONS.map(({ room }) => room).filter((room) => !rooms.has(room))).toEqual([])
  })
})

/** A made-up house: `units.ts` below `area` below `graph`, a worker, a page. */
const TABLE: Direction[] = [
  { room: 'packages/core/src/units.ts', may: [], packages: ['zod'] },
  { room: 'packages/core/src/area', may: ['packages/core/src/*'], packages: [] },
  { room: 'packages/core/src/graph', may: ['packages/core/src/units.ts'], packages: [] },
  { room: 'functions/src/store', may: ['packages/core/src/*'] },
  { room: 'functions/src/laptop', may: ['functions/src/store'] },
  { room: 'web/src', may: ['packages/core/src/area'], packages: [] },
  { room: 'infra', may: [] },
]
const HOUSE: Record<string, string> = {
  'packages/core/src/units.ts': `import { z } from 'zod'\nexport type Metres = number`,
  'packages/core/src/area/area.ts': `import type { Metres } from '../units.ts'`,
  'packages/core/src/area/polygon.ts': `import './area.ts'`,
  'packages/core/src/graph/graph.ts': `export type { Metres } from '../units.ts'`,
  'functions/src/store/store.ts': `import '@doorwalk/core/area/area'\nimport 'node:fs'`,
  'functions/src/laptop/server.ts': `import '../store/store.ts'`,
  'functions/src/laptop/thread.mjs': ``,
  'web/src/page.ts': `import '@doorwalk/core/area/polygon'`,
  'infra/table.ts': ``,
}

async function made(changes: Record<string, string>) {
  const root = await mkdtemp(join(tmpdir(), 'doorwalk-house-'))
  for (const [file, text] of Object.entries({ ...HOUSE, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return readTree(root)
}

describe('the check of the house', () => {
  it('finds nothing wrong with a house that is right', async () => {
    const tree = await made({})
    expect(forbiddenImports(tree, TABLE)).toEqual([])
    expect(circles(tree, (file) => file)).toEqual([])
    expect(circles(tree, roomOf)).toEqual([])
    expect(tree.imports).toHaveLength(8)
  })

  it.each<[kind: string, file: string, text: string]>([
    ['a static import', 'packages/core/src/graph/snap.ts', `import { a } from '../area/area.ts'`],
    ['an import of a type', 'packages/core/src/graph/snap.ts', `import type { A } from '../area/area.ts'`],
    ['a type in passing', 'packages/core/src/graph/snap.ts', `let a: import('../area/area.ts').A`],
    ['the type of a module', 'packages/core/src/graph/snap.ts', `type A = typeof import('../area/area.ts')`],
    ['an import for its effect', 'packages/core/src/graph/snap.ts', `import '../area/area.ts'`],
    ['an export of all', 'packages/core/src/graph/snap.ts', `export * from '../area/area.ts'`],
    ['an export of a type', 'packages/core/src/graph/snap.ts', `export type { A } from '../area/area.ts'`],
    ['a dynamic import', 'packages/core/src/graph/snap.ts', `const a = await import('../area/area.ts')`],
    [
      'one among several',
      'packages/core/src/graph/snap.ts',
      `all([import('./graph.ts'), import('../area/area.ts')])`,
    ],
    ['our own package by name', 'packages/core/src/graph/snap.ts', `import '@doorwalk/core/area/area'`],
    ['a room that stands below', 'functions/src/store/blobs.ts', `import '../laptop/server.ts'`],
    [
      'a worker by its address',
      'functions/src/store/blobs.ts',
      `new URL('../laptop/thread.mjs', import.meta.url)`,
    ],
    ['functions from core', 'packages/core/src/area/box.ts', `import '@doorwalk/functions/store/store'`],
    ['functions from a page', 'web/src/map.ts', `import '@doorwalk/functions/store/store'`],
    ['a room of core that is not for pages', 'web/src/map.ts', `import '@doorwalk/core/graph/graph'`],
    ['core from the infrastructure', 'infra/api.ts', `import '@doorwalk/core/units'`],
    ['the machine from core', 'packages/core/src/area/box.ts', `import { readFile } from 'node:fs/promises'`],
    ['a package that is not for the room', 'packages/core/src/area/box.ts', `import { z } from 'zod'`],
    ['a room that stands in no table', 'packages/core/src/extra/new.ts', `import '../units.ts'`],
  ])('refuses %s', async (_kind, file, text) => {
    const wrong = forbiddenImports(await made({ [file]: text }), TABLE)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(file)
  })

  it('sees a circle of two files, and one of three that only types close', async () => {
    const two = await made({ 'packages/core/src/area/area.ts': `import './polygon.ts'` })
    expect(circles(two, (file) => file)).toEqual([
      ['packages/core/src/area/area.ts', 'packages/core/src/area/polygon.ts'],
    ])
    const three = await made({
      'packages/core/src/area/area.ts': `import type { B } from './box.ts'`,
      'packages/core/src/area/box.ts': `let a: import('./polygon.ts').A`,
    })
    expect(circles(three, (file) => file)[0]).toHaveLength(3)
  })

  it('sees a circle of rooms in which no file turns back', async () => {
    const tree = await made({
      'packages/core/src/area/box.ts': `import '../graph/graph.ts'`,
      'packages/core/src/graph/snap.ts': `import '../area/area.ts'`,
    })
    expect(circles(tree, (file) => file)).toEqual([])
    expect(circles(tree, roomOf)).toEqual([['packages/core/src/area', 'packages/core/src/graph']])
  })

  it('counts the files of a room', async () => {
    const more = Object.fromEntries(
      Array.from({ length: MOST_FILES }, (_, index) => [`packages/core/src/area/a${index}.ts`, '']),
    )
    expect(fillOf(await made(more)).get('packages/core/src/area')).toBe(MOST_FILES + 2)
  })

  it('refuses an import that leads nowhere', async () => {
    await expect(made({ 'packages/core/src/area/box.ts': `import './gone.ts'` })).rejects.toThrow(/gone\.ts/)
  })
})

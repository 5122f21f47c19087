/** Reads import lines: every folder of core may use what stands to its left in the pipeline, never to its right. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const core = join(root, 'packages/core/src')

const PIPELINE = [
  'words',
  'area',
  'building',
  'graph',
  'grouping',
  'matrix',
  'solver',
  'walk',
  'paper',
  'formats',
]
/** Beside the pipeline: they use root helpers and the words of buildings. */
const BESIDE = ['ledger', 'ranking']
/** What is asked, beside its helpers at the root. */
const REQUEST = 'request'
/** Rooms that put the pipeline together. */
const ABOVE = ['assembly', 'partition', 'replan', 'estimate']
/** Root files that put the pipeline together; every other root file is a helper. */
const ASSEMBLY = ['plan.ts']
/** Type-only words that helpers may borrow from the pipeline. */
const BORROWED_WORDS: Record<string, string[]> = {
  'request.ts': ['words/languages.ts', 'graph/osm/profile.ts'],
}

interface ImportLine {
  file: string
  target: string
  typeOnly: boolean
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => name.replaceAll('\\', '/'))
}

function importsOf(folder: string, file: string): ImportLine[] {
  const text = readFileSync(join(folder, file), 'utf8')
  return [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm),
  ].map((match) => ({ file, target: match[2] ?? match[3]!, typeOnly: match[1] !== undefined }))
}

function targetInCore({ file, target }: ImportLine): string {
  return relative(core, resolve(dirname(join(core, file)), target)).replaceAll('\\', '/')
}

/** Why an import inside core is forbidden, or null. */
function forbidden(line: ImportLine): string | null {
  const { file, target } = line
  if (target.startsWith('node:')) return 'core touches no machine'
  if (/^(hono|@hono|@aws-sdk|sst|dynalite)/.test(target)) return 'core knows no service'
  if (target.startsWith('@doorwalk/')) return 'core is used by the other packages'
  if (target === 'h3-js' && file !== 'h3.ts') return 'only h3.ts imports h3-js'
  if (!target.startsWith('.')) return null
  const to = targetInCore(line)
  const [fromFolder, toFolder] = [folderOf(file), folderOf(to)]
  const isAbove = (path: string, folder: string | null) =>
    ASSEMBLY.includes(path) || (folder !== null && ABOVE.includes(folder))
  if (isAbove(file, fromFolder)) return null
  if (isAbove(to, toFolder)) return 'the assembly is imported from outside core only'
  if (fromFolder === null)
    return toFolder === null || BORROWED_WORDS[file]?.includes(to) ? null : 'helpers stand left'
  if (toFolder === null || toFolder === fromFolder) return null
  if (fromFolder === REQUEST) return 'a request knows helpers only'
  if (fromFolder === 'solver')
    return toFolder === 'matrix' ? null : 'the solver knows indices, integers and prizes only'
  if (fromFolder === 'graph') return 'the graph knows no buildings'
  if (BESIDE.includes(fromFolder))
    return toFolder === 'building' ? null : `${fromFolder} stands beside the pipeline`
  if (BESIDE.includes(toFolder)) return `${toFolder} stands beside the pipeline`
  return PIPELINE.indexOf(toFolder) < PIPELINE.indexOf(fromFolder)
    ? null
    : `${toFolder} stands right of ${fromFolder}`
}

function folderOf(path: string): string | null {
  return path.includes('/') ? path.split('/')[0]! : null
}

describe('the direction of imports', () => {
  it('core follows the pipeline', () => {
    const lines = sources(core).flatMap((file) => importsOf(core, file))
    expect(lines.length).toBeGreaterThan(50)
    const wrong = lines
      .map((line) => ({ ...line, why: forbidden(line) }))
      .filter(({ why }) => why !== null)
      .map(({ file, target, why }) => `${file} → ${target}: ${why}`)
    expect(wrong).toEqual([])
  })

  it('every folder of core has its place', () => {
    const folders = readdirSync(core, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    for (const { name } of folders) expect([...PIPELINE, ...BESIDE, ...ABOVE, REQUEST]).toContain(name)
  })

  it.each([
    ['area/area.ts', '../building/building.ts'],
    ['graph/snap.ts', '../building/building.ts'],
    ['solver/solve.ts', '../grouping/stop.ts'],
    ['formats/gpx.ts', 'node:fs'],
    ['formats/gpx.ts', '../plan.ts'],
    ['paper/print.ts', '../formats/gpx.ts'],
    ['building/load.ts', 'h3-js'],
    ['units.ts', './area/area.ts'],
    ['matrix/build.ts', '@aws-sdk/client-s3'],
  ])('refuses %s importing %s', (file, target) => {
    expect(forbidden({ file, target, typeOnly: false })).not.toBeNull()
  })

  it('routes do not import adapters, and functions do not import the command line', () => {
    const functions = join(root, 'functions/src')
    const lines = sources(functions).flatMap((file) => importsOf(functions, file))
    const wrong = lines.filter(
      ({ file, target }) =>
        target.startsWith('@doorwalk/cli') || (file.startsWith('routes/') && target.includes('/adapters/')),
    )
    expect(wrong).toEqual([])
  })
})

/** What `doorwalk prepare` loads before it begins: an extract alone needs no reader of tables. */
import { build, type Metafile } from 'esbuild'
import { describe, expect, it } from 'vitest'

const COMMAND = 'packages/cli/src/commands/prepare.ts'
const FOR_TABLES = [
  'packages/prepare/src/addresses/ban.ts',
  'packages/prepare/src/doors/households.ts',
  'packages/prepare/src/region/disk-regions.ts',
  'packages/prepare/src/region/precincts.ts',
  'packages/prepare/src/registers/register.ts',
  'packages/prepare/src/tables/open-table.ts',
]

describe('the command prepare', () => {
  it('loads what reads tables and earlier versions when the first one comes', async () => {
    const { inputs } = await modulesOf(COMMAND)
    const loaded = loadedAtOnce(inputs, COMMAND)
    expect(FOR_TABLES.filter((file) => !(file in inputs))).toEqual([])
    expect(FOR_TABLES.filter((file) => loaded.has(file))).toEqual([])
    expect(packagesOf(loaded)).toEqual(['h3-js'])
  })
})

async function modulesOf(entry: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outdir: 'unwritten',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return metafile
}

/** Files that statements import, from the entry on. */
function loadedAtOnce(inputs: Metafile['inputs'], entry: string): Set<string> {
  const loaded = new Set([entry])
  for (const file of loaded) {
    for (const { path, kind } of inputs[file]?.imports ?? [])
      if (kind !== 'dynamic-import' && path in inputs) loaded.add(path)
  }
  return loaded
}

function packagesOf(files: Iterable<string>): string[] {
  const names = [...files].flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
  return [...new Set(names)].sort()
}

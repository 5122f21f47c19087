/**
 * Bundles the programs of the threads. A thread that loads its sources one by one, translated as they come, takes a
 * second of a processor; from one text 0.15 s, and to make the texts 0.3 s once.
 */
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type OutputFile, build } from 'esbuild'
import type { ThreadCode } from '../threads/code.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SOURCES = {
  plan: 'functions/src/planner/plan-thread.ts',
  clerk: 'functions/src/clerk/clerk-thread.ts',
  import: 'functions/src/imports/import-thread.ts',
}
/** What Node calls a thread's text in a stack. */
const PLACE = /\[worker eval\]:(\d+):(\d+)/g

type ThreadName = keyof typeof SOURCES

let bundling: Promise<OutputFile[] | undefined> | undefined

/** The bundling goes on by itself; whoever calls early need not wait for it later. */
export function bundleThreads(): void {
  bundling ??= bundle()
}

export async function threadCode(name: ThreadName): Promise<ThreadCode | undefined> {
  bundleThreads()
  const files = await bundling
  const file = (ending: string) => files?.find(({ path }) => path.endsWith(`/${name}${ending}`))?.text
  const text = file('.js')
  const map = file('.js.map')
  return text === undefined || map === undefined ? undefined : { text, withSources: sourcesBy(map) }
}

/** Undefined where esbuild cannot run: threads then load their sources. */
async function bundle(): Promise<OutputFile[] | undefined> {
  const options = {
    absWorkingDir: ROOT,
    entryPoints: SOURCES,
    outdir: ROOT,
    write: false as const,
    bundle: true,
    platform: 'node' as const,
    // A text that is no file can only be a script.
    format: 'cjs' as const,
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: 'external' as const,
    sourcesContent: false,
    legalComments: 'none' as const,
    logLevel: 'silent' as const,
  }
  return build(options).then(
    ({ outputFiles }) => outputFiles,
    () => undefined,
  )
}

/** Read only when something goes wrong. */
function sourcesBy(map: string): ThreadCode['withSources'] {
  let known: SourceMap | undefined
  return (stack) =>
    stack.replace(PLACE, (place, line: string, column: string) => {
      known ??= new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0])
      const origin = known.findOrigin(Number(line), Number(column))
      return 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : place
    })
}

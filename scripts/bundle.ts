/**
 * Bundles each Lambda function apart, and builds the pages: `npm run bundle` writes out/lambda/NAME and
 * out/web. These are the bytes that are tested, measured and deployed.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, parse, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Metafile, type Plugin, build } from 'esbuild'
import { PHRASES } from '@doorwalk/core/words/languages'
import { buildPages } from '@doorwalk/functions/laptop/build-pages'

export const FUNCTIONS = ['api', 'planner', 'jobs', 'deliveries', 'sweep'] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export interface BundleSize {
  /** What an instance loads before its first event: the entry and everything it imports statically. */
  bytes: number
  /** Loaded when a call needs it. */
  lazyBytes: number
  /** Source files in the first part. */
  sources: string[]
}

const root = resolve(import.meta.dirname, '..')

/** Long names: a short one collided with a minified identifier, and the bundle did not load. */
const BANNER = `import { createRequire as doorwalkBundleCreateRequire } from 'node:module'
const require = doorwalkBundleCreateRequire(import.meta.url)`

/** The library refuses to start when a language has no sentences of the version asked for. */
const EMPTY_LANGUAGE = '{"v5":{}}'

/**
 * Of the 31 languages of osrm-text-instructions those that a plan can be asked in: 750 kB less to parse at a cold
 * start.
 */
const spokenLanguages: Plugin = {
  name: 'spoken languages',
  setup(plugin) {
    plugin.onLoad({ filter: /osrm-text-instructions.languages.\w+.[\w-]+\.json$/ }, ({ path }) =>
      Object.values(PHRASES).some(({ turns }) => turns === parse(path).name)
        ? undefined
        : { contents: EMPTY_LANGUAGE, loader: 'json' },
    )
  },
}

/** Of zod's 60 languages for its errors the one that it speaks by itself: 250 kB less to parse at a cold start. */
const schemaLanguages: Plugin = {
  name: 'schema languages',
  setup(plugin) {
    plugin.onLoad({ filter: /zod.v4.locales.index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** Writes `folder/index.mjs` with a handler, and its lazy parts beside it. */
export async function bundleFunction(name: FunctionName, folder: string): Promise<BundleSize> {
  await rm(folder, { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: { index: join(root, `functions/src/lambda/${name}.ts`) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: BANNER },
    plugins: [spokenLanguages, schemaLanguages],
    legalComments: 'none',
    logLevel: 'error',
    absWorkingDir: root,
  })
  return sizeOf(metafile, name)
}

function sizeOf({ outputs }: Metafile, name: FunctionName): BundleSize {
  const entry = Object.keys(outputs).find((path) =>
    outputs[path]?.entryPoint?.endsWith(`/src/lambda/${name}.ts`),
  )
  const first = new Set<string>()
  const visit = (path: string): void => {
    if (first.has(path)) return
    first.add(path)
    for (const each of outputs[path]?.imports ?? []) {
      if (each.kind === 'import-statement' && outputs[each.path]) visit(each.path)
    }
  }
  if (entry !== undefined) visit(entry)
  const sum = (paths: Iterable<string>): number =>
    [...paths].reduce((total, path) => total + (outputs[path]?.bytes ?? 0), 0)
  const total = sum(Object.keys(outputs))
  const sources = [...first].flatMap((path) =>
    Object.entries(outputs[path]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([source]) => source),
  )
  return { bytes: sum(first), lazyBytes: total - sum(first), sources }
}

/** The files that a laptop serves (functions/src/laptop/build-pages.ts), for CloudFront. */
async function writePages(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, contents] of await buildPages()) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), contents)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFileSizes()
}

async function writeFileSizes(): Promise<void> {
  const sizes: Record<string, { bytes: number; lazyBytes: number }> = {}
  for (const name of FUNCTIONS) {
    const { bytes, lazyBytes } = await bundleFunction(name, join(root, 'out/lambda', name))
    sizes[name] = { bytes, lazyBytes }
    console.log(`${name.padEnd(12)} ${kilobytes(bytes)} at the start, ${kilobytes(lazyBytes)} when needed`)
  }
  await writePages(join(root, 'out/web'))
  await writeFile(join(root, 'out/lambda/sizes.json'), `${JSON.stringify(sizes, undefined, 2)}\n`)
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)
    .toString()
    .padStart(5)} kB`
}

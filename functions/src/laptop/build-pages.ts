/**
 * Builds the pages of web/ into the files that browsers load: for each page one script and one style sheet. The page of
 * volunteers, `w/`, has its map and its service worker apart; `lists/` imports lists; the console of organisers is `/`.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OutputFile, type Plugin, build } from 'esbuild'

const WEB = fileURLToPath(new URL('../../../web', import.meta.url))

/** What is built, by the name it is served under; sources are relative to web/. */
const BUILT: Record<string, string> = {
  'main.js': 'src/console/main.tsx',
  'kml.js': 'src/console/parts/places/kml.ts',
  'print.js': 'src/print.ts',
  'style.css': 'console.css',
  'print.css': 'print.css',
  'lists/main.js': 'src/lists/main.tsx',
  'lists/style.css': 'lists.css',
  'w/main.js': 'src/volunteer/main.tsx',
  'w/walk-map.js': 'src/volunteer/parts/walk-map.ts',
  'w/style.css': 'volunteer.css',
}
const COPIED = [
  'index.html',
  'print.html',
  'icon.svg',
  'lists/index.html',
  'w/index.html',
  'w/manifest.webmanifest',
  'w/icon-192.png',
  'w/icon-512.png',
]
const WORKER = 'w/worker.js'

/** Names of all files of the pages. */
export const PAGE_FILES: readonly string[] = [...COPIED, ...Object.keys(BUILT), WORKER]

/** The oldest browsers with everything that the pages use without another way (adopted style sheets, `toSorted`). */
const BROWSERS = ['chrome110', 'firefox115', 'safari16.4']

/**
 * All files of the pages by name, minified; the same bytes on a laptop and behind CloudFront. Costs about 0.1 s.
 *
 * @throws Error when a source is missing or no TypeScript; types are not checked here
 */
export async function buildPages(): Promise<Map<string, Uint8Array>> {
  const files = await built(BUILT)
  for (const name of COPIED) files.set(name, await readFile(join(WEB, name)))
  const page = [...files].filter(([name]) => name.startsWith('w/'))
  const kept = page.map(([name, content]) => ({ url: addressAt(name), revision: hashOf(content) }))
  const worker = await built({ [WORKER]: 'src/volunteer/device/worker.ts' }, { PAGE: JSON.stringify(kept) })
  return new Map([...files, ...worker])
}

async function built(
  entries: Record<string, string>,
  define: Record<string, string> = {},
): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: WEB,
    entryPoints: Object.entries(entries).map(([name, source]) => ({ in: source, out: nameOnly(name) })),
    outdir: WEB,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: BROWSERS,
    loader: { '.png': 'dataurl' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // The map comes when it is first looked at; nothing in it is told apart by identity from what the page has.
    plugins: [apart({ '../parts/walk-map.ts': './walk-map.js', './kml.ts': './kml.js' })],
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    logLevel: 'error',
  })
  return new Map(outputFiles.map((file) => [addressOf(file), file.contents]))
}

/** Leaves a dynamic import to the browser, under the name of what was built of it. */
function apart(names: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'apart',
    setup(esbuild) {
      esbuild.onResolve({ filter: /\/(walk-map|kml)\.ts$/ }, ({ path, kind }) => {
        const name = names[path]
        return kind === 'dynamic-import' && name !== undefined ? { path: name, external: true } : undefined
      })
    },
  }
}

/** Of a page the address is its folder. */
function addressAt(name: string): string {
  return `/${name.replace(/^w\/index\.html$/, 'w/')}`
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

/** Without its ending, which the build adds. */
function nameOnly(file: string): string {
  return file.slice(0, file.lastIndexOf('.'))
}

function addressOf({ path }: OutputFile): string {
  return path.slice(WEB.length + 1)
}

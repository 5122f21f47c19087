/** Builds the pages of web/ into the files that browsers load: for each page one script and one style sheet. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OutputFile, build } from 'esbuild'

const WEB = fileURLToPath(new URL('../../../web', import.meta.url))

/** What is built, by the name it is served under; sources are relative to web/. */
const BUILT: Record<string, string> = {
  'main.js': 'src/main.ts',
  'print.js': 'src/print.ts',
  'style.css': 'style.css',
  'print.css': 'print.css',
}
const COPIED = ['index.html', 'print.html', 'icon.svg']

/** Names of all files of the pages. */
export const PAGE_FILES: readonly string[] = [...COPIED, ...Object.keys(BUILT)]

/** The oldest browsers with everything that the pages use without another way (adopted style sheets, `toSorted`). */
const BROWSERS = ['chrome110', 'firefox115', 'safari16.4']

/**
 * All files of the pages by name, minified; the same bytes on a laptop and behind CloudFront. Costs about 0.1 s.
 *
 * @throws Error when a source is missing or no TypeScript; types are not checked here
 */
export async function buildPages(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: WEB,
    entryPoints: Object.entries(BUILT).map(([name, source]) => ({ in: source, out: nameOnly(name) })),
    outdir: WEB,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: BROWSERS,
    loader: { '.png': 'dataurl' },
    logLevel: 'error',
  })
  const files = new Map(outputFiles.map((file) => [addressOf(file), file.contents]))
  for (const name of COPIED) files.set(name, await readFile(join(WEB, name)))
  return files
}

/** Without its ending, which the build adds. */
function nameOnly(file: string): string {
  return file.slice(0, file.lastIndexOf('.'))
}

function addressOf({ path }: OutputFile): string {
  return path.slice(WEB.length + 1)
}

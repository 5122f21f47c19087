/** What the client weighs in a page: all of it in one file, minified and compressed. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What it may weigh, compressed. */
export const MOST_BYTES = 12_000

interface Size {
  bytes: number
  gzip: number
  /** What would have to be there beside it. */
  imports: string[]
}

export async function clientSize(): Promise<Size> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, '../../packages/client/src/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    outdir: 'out',
  })
  const [output] = Object.values(metafile.outputs)
  const { contents } = outputFiles[0]!
  return {
    bytes: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    imports: (output?.imports ?? []).map(({ path }) => path),
  }
}

/** Reads which file imports which: static and dynamic imports, exports, types, and files started as workers. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** Path from the root of the tree, with `/`. */
  from: string
  /** The same for a file of the tree; else the name of a package, such as `zod` or `node:fs`. */
  to: string
}

export interface Tree {
  /** Sorted. */
  files: string[]
  imports: Import[]
}

/** Folders and files of code that the product runs; tests and benches may import whatever they like. */
const FOLDERS = [
  'packages/core/src',
  'packages/prepare/src',
  'packages/prepare/bin',
  'packages/cli/src',
  'packages/cli/bin',
  'packages/client/src',
  'functions/src',
  'web/src',
  'infra',
  'sst.config.ts',
]

const SOURCE = /(?<!\.d)\.(ts|tsx|mts|mjs|js)$/
/** A worker's file is named by its address and not imported. */
const ADDRESS = /new URL\(\s*'(\.[^']+\.(?:ts|mts|mjs|js))'/g

/** @throws Error for a relative import, or one of our packages, that leads to no file */
export function readTree(root: string, folders: readonly string[] = FOLDERS): Tree {
  const files = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => (SOURCE.test(folder) ? [folder] : sourcesIn(root, folder)))
    .sort()
  const known = new Set(files)
  const imports = files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8')
    return [...new Set(specifiersIn(text))].map((specifier) => ({ from, to: resolve(from, specifier) }))
  })
  for (const { from, to } of imports)
    if (posix.extname(to) !== '' && isOfTree(to) && !known.has(to) && !existsSync(join(root, to)))
      throw new Error(`${from} imports ${to}, which does not exist`)
  return { files, imports }

  function isOfTree(path: string): boolean {
    return folders.some((folder) => path.startsWith(`${folder}/`))
  }
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => SOURCE.test(file) && !/(^|\/)(node_modules|dist|\.sst)\//.test(file))
}

function specifiersIn(text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true)
  return [
    ...importedFiles.map(({ fileName }) => fileName),
    ...[...text.matchAll(ADDRESS)].map((match) => match[1]!),
  ]
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier)
  // Of the client everybody takes what its users take.
  if (specifier === '@doorwalk/client') return 'packages/client/src/index.ts'
  const own = /^@doorwalk\/(\w+)\/(.+?)(?:\.ts)?$/.exec(specifier)
  if (own) return `${own[1] === 'functions' ? 'functions' : `packages/${own[1]}`}/src/${own[2]}.ts`
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

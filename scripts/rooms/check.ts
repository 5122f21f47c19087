/** What is wrong with the rooms of a tree: forbidden imports, circles, rooms that are too full. */
import { posix } from 'node:path'
import type { Import, Tree } from './imports.ts'

export interface Direction {
  /** A folder, or a file at the root of a package. */
  room: string
  /** Rooms it may import besides itself: they stand above it in the table. `x/*` is every room of x above it. */
  may: readonly string[]
  /** Packages and Node's modules that it may import; default: those of its package. */
  packages?: readonly string[]
}

/** Files in one room; a fuller one hides what belongs together. */
export const MOST_FILES = 18

/** The room of a file: its folder, or itself where it lies at the root of a package. */
export function roomOf(file: string): string {
  const folder = posix.dirname(file)
  return ROOTS.includes(folder) ? file : folder
}

/** Folders whose files are rooms of their own, and how many there may be. */
const ROOTS: readonly string[] = ['functions/src', 'packages/core/src', '.']

/** One line per forbidden import; empty: none. */
export function forbiddenImports({ imports }: Tree, table: readonly Direction[]): string[] {
  return imports.flatMap((each) => {
    const why = whyForbidden(each, table)
    return why === null ? [] : [`${each.from} → ${each.to}: ${why}`]
  })
}

/** Why this import must not be; null: it may. */
function whyForbidden({ from, to }: Import, table: readonly Direction[]): string | null {
  const room = roomOf(from)
  const row = table.findIndex((each) => each.room === room)
  const { may, packages } = table[row] ?? {}
  if (may === undefined) return `${room} does not stand in the table of rooms`
  if (!to.includes('.')) {
    if (packages === undefined || packages.some((name) => name === to || isInside(to, name))) return null
    return `${room} may use ${packages.join(', ') || 'no package'} only`
  }
  const target = roomOf(to)
  if (target === room) return null
  const above = table.slice(0, row).some((each) => each.room === target)
  if (above && may.some((name) => name === target || isInside(target, name))) return null
  return above ? `${room} may import ${may.join(', ') || 'nothing'}` : `${target} stands below ${room}`
}

function isInside(name: string, pattern: string): boolean {
  return pattern.endsWith('*') && `${name}/`.startsWith(pattern.slice(0, -1))
}

/** Groups of files, or of rooms, that import one another in a circle; each sorted. Cost: O(files + imports). */
export function circles(tree: Tree, nameOf: (file: string) => string): string[][] {
  const next = new Map<string, Set<string>>()
  const known = new Set(tree.files)
  for (const { from, to } of tree.imports) {
    const [a, b] = [nameOf(from), nameOf(to)]
    if (a === b || !known.has(to)) continue
    next.set(a, (next.get(a) ?? new Set<string>()).add(b))
  }
  return strongComponents(next).filter((group) => group.length > 1)
}

/** Tarjan 1972, https://doi.org/10.1137/0201010 */
function strongComponents(next: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []
  const visit = (node: string): number => {
    const own = index.size
    index.set(node, own)
    stack.push(node)
    let lowest = own
    for (const to of next.get(node) ?? []) {
      if (!index.has(to)) lowest = Math.min(lowest, visit(to))
      else if (stack.includes(to)) lowest = Math.min(lowest, index.get(to)!)
    }
    low.set(node, lowest)
    if (lowest === own) groups.push(stack.splice(stack.indexOf(node)).sort())
    return lowest
  }
  for (const node of next.keys()) if (!index.has(node)) visit(node)
  return groups
}

/** Files by room, in the order of the listing. */
export function fillOf({ files }: Pick<Tree, 'files'>): Map<string, number> {
  const fill = new Map<string, number>()
  for (const file of files) {
    const folder = posix.dirname(file)
    fill.set(folder, (fill.get(folder) ?? 0) + 1)
  }
  return fill
}

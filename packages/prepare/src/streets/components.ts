/** Connected pieces of a set of edges, for the report. */

/** Number of nodes of each piece, largest first. */
export function componentSizes(edges: [number, number][]): number[] {
  const parent = new Map<number, number>()
  const find = (node: number): number => {
    let root = node
    for (let up = parent.get(root)!; up !== root; up = parent.get(root)!) root = up
    for (let at = node; at !== root;) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const edge of edges) for (const node of edge) if (!parent.has(node)) parent.set(node, node)
  for (const [from, to] of edges) parent.set(find(from), find(to))
  const sizes = new Map<number, number>()
  for (const node of parent.keys()) {
    const root = find(node)
    sizes.set(root, (sizes.get(root) ?? 0) + 1)
  }
  return [...sizes.values()].sort((a, b) => b - a)
}

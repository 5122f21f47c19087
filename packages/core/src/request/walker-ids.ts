/** Who is who among the volunteers of a request: an opaque id each, and no id twice. */

interface Named {
  id?: string | undefined
}

/** Those of the request; who has none gets his number, counted from 1, or the next that nobody has. */
export function walkerIds(volunteers: readonly Named[]): string[] {
  const taken = new Set(volunteers.flatMap(({ id }) => id ?? []))
  let spare = volunteers.length
  return volunteers.map(({ id }, index) => {
    if (id !== undefined) return id
    let own = String(index + 1)
    while (taken.has(own)) own = String(++spare)
    taken.add(own)
    return own
  })
}

/** The first volunteer whose id an earlier one has, by their places; undefined: there is none. */
export function twinIn(volunteers: readonly Named[]): { index: number; earlier: number } | undefined {
  const places = new Map<string, number>()
  for (const [index, { id }] of volunteers.entries()) {
    const earlier = id === undefined ? undefined : places.get(id)
    if (earlier !== undefined) return { index, earlier }
    if (id !== undefined) places.set(id, index)
  }
  return undefined
}

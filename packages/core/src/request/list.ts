/** Lists in requests, of which no more is read than it takes to refuse them. */
import { z } from 'zod'

/** After so many faults in one list, the rest of it is not looked at. */
const MOST_FAULTS = 100

/** Every list of this kind has this trait. */
const TRAIT = 'DoorwalkList'

/**
 * As `z.array`, which looks at every element whatever it has found: a body of 5 MB has room for a million faults, and
 * the list of them is longer than the stack.
 */
const BoundedArray = z.core.$constructor<z.ZodArray, z.core.$ZodArrayDef>(TRAIT, (inst, def) => {
  z.ZodArray.init(inst, def)
  const parseWhole = inst._zod.parse.bind(inst._zod)
  inst._zod.parse = (payload, context) => {
    const input: unknown = payload.value
    const most = inst._zod.bag['maximum']
    const isTooLong = Array.isArray(input) && typeof most === 'number' && input.length > most
    if (!Array.isArray(input) || isTooLong) return parseWhole(payload, context)
    const output: unknown[] = []
    for (const [index, value] of (input as unknown[]).entries()) {
      const result = def.element._zod.run({ value, issues: [] }, context)
      if (result instanceof Promise) throw new Error('an element of a list is checked at once, not later')
      for (const issue of z.core.util.prefixIssues(index, result.issues)) payload.issues.push(issue)
      if (payload.issues.length >= MOST_FAULTS) return payload
      output.push(result.value)
    }
    payload.value = output
    return payload
  }
})

export function listOf<Element extends z.ZodType>(element: Element): z.ZodArray<Element> {
  return new BoundedArray({ type: 'array', element }) as unknown as z.ZodArray<Element>
}

/** Whether a schema is a list that ends early. */
export function isList(schema: z.core.$ZodType): boolean {
  return schema._zod.traits.has(TRAIT)
}

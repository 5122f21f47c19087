/**
 * Lists in requests, of which no more is read than it takes to refuse them, and long ones with pauses where somebody
 * else is to be answered meanwhile.
 */
import { z } from 'zod'

/** After so many faults in one list, the rest of it is not looked at. */
const MOST_FAULTS = 100
/** Longer lists are read with pauses, each element in one go; of shorter ones the elements may be long. */
const SHORT = 100

/** Every list of this kind has this trait. */
const TRAIT = 'DoorwalkList'

/** Asked after each element; a promise: go on when it is kept. */
type Pause = () => Promise<void> | undefined

let openPauses: () => Pause = () => () => undefined

/** What is parsed asynchronously stands back as `open` says, from now on and in all of this thread; default: never. */
export function pauseInLists(open: () => Pause): void {
  openPauses = open
}

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
    const reading = readElements(input, { payload, element: def.element, context })
    return context.async === true ? untilRead(reading, payload) : whole(reading, payload)
  }
})

interface Reading {
  payload: z.core.ParsePayload
  element: z.core.$ZodType
  context: z.core.ParseContextInternal
}

/** Yields what is to be waited for. */
function* readElements(
  input: unknown[],
  { payload, element, context }: Reading,
): Generator<Promise<void>, unknown, void> {
  const pause = context.async === true ? openPauses() : undefined
  const inner = input.length > SHORT ? { ...context, async: false } : context
  const output: unknown[] = []
  for (const [index, value] of input.entries()) {
    let result: z.core.ParsePayload | undefined
    const parsed = element._zod.run({ value, issues: [] }, inner)
    if (parsed instanceof Promise) yield parsed.then((late) => void (result = late))
    else result = parsed
    if (!result) throw new Error('an element of a list is read at once, or waited for')
    for (const issue of z.core.util.prefixIssues(index, result.issues)) payload.issues.push(issue)
    if (payload.issues.length >= MOST_FAULTS) return payload.value
    output.push(result.value)
    const rest = pause?.()
    if (rest) yield rest
  }
  return output
}

function whole(reading: Generator<Promise<void>, unknown, void>, payload: z.core.ParsePayload) {
  const { done, value } = reading.next()
  if (!done) throw new z.core.$ZodAsyncError()
  payload.value = value
  return payload
}

/** A promise only where there is something to be waited for. */
function untilRead(
  reading: Generator<Promise<void>, unknown, void>,
  payload: z.core.ParsePayload,
): z.core.ParsePayload | Promise<z.core.ParsePayload> {
  const { done, value } = reading.next()
  if (done) {
    payload.value = value
    return payload
  }
  return value.then(() => untilRead(reading, payload))
}

export function listOf<Element extends z.ZodType>(element: Element): z.ZodArray<Element> {
  return new BoundedArray({ type: 'array', element }) as unknown as z.ZodArray<Element>
}

/** Whether a schema is a list that ends early. */
export function isList(schema: z.core.$ZodType): boolean {
  return schema._zod.traits.has(TRAIT)
}

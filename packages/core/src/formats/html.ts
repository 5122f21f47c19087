/** Walks as pages to print. */
import type { Format } from './format.ts'

/** Loaded when a page is asked for: the API function starts without it. */
const printer = () => import('../paper/print.ts')

export const html = {
  type: 'text/html',
  walk: async (walk, { map, starts, ...about }) =>
    (await printer()).walkToPrintHtml(walk, await map(), { ...about, starts: await starts() }),
  plan: async (plan, { map, starts, ...about }) =>
    (await printer()).planToPrintHtml(plan, await map(), { ...about, starts: await starts() }),
  file: 'print.html',
} as const satisfies Format

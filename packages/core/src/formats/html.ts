/** Walks as pages to print. */
import type { Format } from './format.ts'

/** Loaded when a page is asked for: the API function starts without it. */
const printer = () => import('../paper/print.ts')

export const html = {
  type: 'text/html',
  walk: async (walk, { map, ...about }) => (await printer()).walkToPrintHtml(walk, await map(), about),
  plan: async (plan, { map, ...about }) => (await printer()).planToPrintHtml(plan, await map(), about),
  file: 'print.html',
} as const satisfies Format

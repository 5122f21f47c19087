/** Walks as pages to print. */
import { planToPrintHtml, walkToPrintHtml } from '../paper/print.ts'
import type { Format } from './format.ts'

export const html = {
  type: 'text/html',
  walk: async (walk, { map, ...about }) => walkToPrintHtml(walk, await map(), about),
  plan: async (plan, { map, ...about }) => planToPrintHtml(plan, await map(), about),
  file: 'print.html',
} as const satisfies Format

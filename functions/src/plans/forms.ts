/** Plans and walks in the forms people carry, with the headers each form needs. */
import { createHash } from 'node:crypto'
import { surroundingsOf } from '@doorwalk/core/formats/format'
import { FORMATS, type FormatName, type PlanFormatName } from '@doorwalk/core/formats/formats'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { OnPaper } from '../ports/desk.ts'
import type { StoredWalk } from '../store/stored-walk.ts'
import type { World } from '../world.ts'

export interface FormAnswer {
  body: string
  headers: Record<string, string>
}

/** What a form is made from. */
export type FormWorld = Pick<World, 'regions'>

interface FormOfPlan extends OnPaper {
  plan: Plan
  form: PlanFormatName
}

export async function planForm(
  { regions }: FormWorld,
  { plan, form, ...paper }: FormOfPlan,
): Promise<FormAnswer> {
  const { walks, region } = plan
  const around = surroundingsOf(regions, { ...onPaper(paper), walks, region })
  const body = await FORMATS[form].plan(plan, around)
  return { body, headers: headersOf(form, { body, name: plan.id }) }
}

interface FormOfWalk extends OnPaper {
  stored: StoredWalk
  form: FormatName
}

export async function walkForm(
  { regions }: FormWorld,
  { stored, form, ...paper }: FormOfWalk,
): Promise<FormAnswer> {
  const { walk, plan } = stored
  const around = surroundingsOf(regions, { ...onPaper(paper), walks: [walk], region: plan.region })
  const body = await FORMATS[form].walk(walk, around)
  return { body, headers: headersOf(form, { body, name: `walk-${walk.number}` }) }
}

function onPaper({ links, print, place, table }: OnPaper): OnPaper {
  return { ...{ print, place, table }, ...(links && { links }) }
}

/** A page is shown, under a policy of its own; every other form has a name to be kept by. */
function headersOf(form: FormatName, { body, name }: { body: string; name: string }): Record<string, string> {
  const { type } = FORMATS[form]
  return type === 'text/html'
    ? { 'Content-Type': type, 'Content-Security-Policy': policyOf(body) }
    : { 'Content-Type': type, 'Content-Disposition': `inline; filename="${name}.${form}"` }
}

/** A page may use the very style sheets it carries, named by their hashes, and nothing else. */
function policyOf(page: string): string {
  const hashes = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `style-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

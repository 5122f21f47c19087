/** Does what is asked for at the desk, in whatever thread it stands: reads what is stored, and writes bytes. */
import { writePack } from '../batches/pack.ts'
import { openTargetRows, writeRows } from '../listing/rows.ts'
import { briefAnswer, planAnswer } from '../plans/answer.ts'
import { type FormAnswer, type FormWorld, planForm, walkForm } from '../plans/forms.ts'
import { donePlan, readBrief, readLeftOut, readWalk } from '../plans/plans.ts'
import { readBody } from '../rankings/rankings.ts'
import { precinctCollection } from '../regions/answer.ts'
import { mapCollection } from '../regions/map.ts'
import { encodeJson } from '../store/json.ts'
import { packMap } from '../walks/pack.ts'
import type { DeskTasks, Written } from '../ports/desk.ts'
import type { Storage } from '../world.ts'

export type ClerkWorld = FormWorld & Pick<Storage, 'blobs'>

export type Clerk = {
  [Name in keyof DeskTasks]: (input: DeskTasks[Name]['input']) => Promise<DeskTasks[Name]['answer']>
}

export function clerkOf(world: ClerkWorld): Clerk {
  return {
    async planAnswer({ campaign, planId, targets, ...told }) {
      const brief = await readBrief(world, { campaign, planId, targets })
      if (brief) return briefAnswer({ brief, ...told })
      return planAnswer({ plan: await donePlan(world, { campaign, planId }), ...told })
    },
    async leftOut({ from, to, ...ref }) {
      const leftOut = await readLeftOut(world, ref)
      return { leftOut: leftOut.slice(from, to), isLast: to >= leftOut.length }
    },
    async comparison({ first, second, from, to }) {
      const { comparePlans } = await import('@doorwalk/core/comparison/comparison')
      const whole = comparePlans(await donePlan(world, first), await donePlan(world, second))
      const comparison = { ...whole, changes: whole.changes.slice(from, to) }
      return { comparison, isLast: to >= whole.changes.length }
    },
    async planForm(asked) {
      return written(await planForm(world, { ...asked, plan: await donePlan(world, asked) }))
    },
    async walkForm(asked) {
      return written(await walkForm(world, { ...asked, stored: await readWalk(world, asked) }))
    },
    async walkPack({ head, ...ref }) {
      const stored = await readWalk(world, ref)
      const { attribution } = stored.plan.region
      return encodeJson({ ...head, walk: stored.walk, attribution, ...(await packMap(world, stored)) })
    },
    async regionMap(asked) {
      return encodeJson(await mapCollection(world.regions, asked))
    },
    async precinctMap({ region }) {
      return encodeJson(await precinctCollection(world.regions, region))
    },
    targetRows: openTargetRows(world.regions),
    targetChunks: (asked) => writeRows(world, asked),
    // Not at the top: the API function starts without polygons.
    async ranking(order) {
      const { keptRanking } = await import('../rankings/forms.ts')
      return keptRanking(world.regions, order)
    },
    async rankingForm(asked) {
      const { rankingForm } = await import('../rankings/forms.ts')
      return rankingForm(world.regions, { ...asked, body: await readBody(world, asked) })
    },
    async targetList(list) {
      const { readList } = await import('../buildings/read-list.ts')
      return readList(list)
    },
    batchPack: (order) => writePack(world, order),
  }
}

function written({ body, headers }: FormAnswer): Written {
  return { body: new TextEncoder().encode(body), headers }
}

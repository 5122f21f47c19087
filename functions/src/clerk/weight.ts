/** How long a task keeps a thread, as far as its input tells. */
import type { DeskTasks, PlanToWrite } from '../ports/desk.ts'

/**
 * `light`: a few milliseconds, less than it takes to hand it over. `long`: seconds, so that one thread must be left to
 * what is `short`.
 */
export type Weight = 'light' | 'short' | 'long'

/** A plan takes about 4 KB of JSON a target: read and written in 1 ms a hundred targets. */
const LIGHT_TARGETS = 100
/** A page takes about 20 ms a walk of 25 targets. */
const LONG_PAGE_TARGETS = 250
const DEGREES_OF_A_MAP = 0.02
/** About five hundred targets. */
const LIGHT_LIST_BYTES = 20_000

type Weights = { [Name in keyof DeskTasks]: (input: DeskTasks[Name]['input']) => Weight }

const WEIGHTS: Weights = {
  planAnswer: weightOfPlan,
  leftOut: weightOfPlan,
  comparison: ({ first, second }) => weightOfPlan({ targets: first.targets + second.targets }),
  planForm: ({ form, targets }) => {
    if (form === 'html') return targets > LONG_PAGE_TARGETS ? 'long' : 'short'
    return weightOfPlan({ targets })
  },
  walkForm: ({ form }) => (form === 'html' ? 'short' : 'light'),
  walkPack: () => 'short',
  regionMap({ bbox }) {
    if (!bbox) return 'long'
    const [west, south, east, north] = bbox
    return Math.max(east - west, north - south) > DEGREES_OF_A_MAP ? 'long' : 'short'
  },
  precinctMap: () => 'short',
  targetRows: ({ area }) => (area === undefined ? 'long' : 'short'),
  targetChunks: () => 'long',
  targetList: ({ text }) => (text.length > LIGHT_LIST_BYTES ? 'long' : 'light'),
  batchPack: () => 'long',
  ranking: () => 'long',
  rankingForm: () => 'short',
}

export function weightOf<Name extends keyof DeskTasks>(task: Name, input: DeskTasks[Name]['input']): Weight {
  const weigh: Weights[Name] = WEIGHTS[task]
  return weigh(input)
}

function weightOfPlan({ targets }: Pick<PlanToWrite, 'targets'>): Weight {
  return targets > LIGHT_TARGETS ? 'short' : 'light'
}

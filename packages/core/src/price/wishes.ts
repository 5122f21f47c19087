/** The wishes that a plan has, and each left out: of the request, of the ends of its walks, or of the ledger. */
import type { Groundwork } from '../assembly/groundwork.ts'
import type { AreaRequest } from '../request/area-request.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import type { Walk } from '../walk/answer.ts'
import type { Priced } from './answer.ts'

/** What a plan is made of, as far as wishes are concerned. */
export interface Wished {
  /** One volunteer per walk. */
  request: PlanRequest & { volunteers: VolunteerRequest[] }
  ends: Pick<Walk, 'start' | 'end'>[]
  /** Hold-outs are left alone. */
  holdsOut: boolean
}

/** Who walks from where, as it is laid out. */
type Crew = Pick<Groundwork, 'crew' | 'points'>

/** Left out of who walks, on the same ground; or of what there is, and then the ground is laid anew. */
type Wish = { isThere: (wished: Wished) => boolean } & (
  { ofCrew: (laid: Crew) => Crew } | { ofGround: (wished: Wished) => Wished }
)

const ANYWHERE = -1

export const WISHES: Record<Priced, Wish> = {
  return: {
    isThere: ({ ends }) => ends.some(returns),
    ofCrew: ({ crew, points }) => ({ crew, points: { ...points, ends: openEnds(points) } }),
  },
  start: {
    isThere: ({ ends }) => {
      const starts = ends.flatMap(({ start }) => (start ? [start.join()] : []))
      return new Set(starts).size < starts.length
    },
    // Where a walk may begin anywhere, it ends anywhere, as in every plan.
    ofCrew: ({ crew, points }) => ({
      crew,
      points: { ...points, starts: points.starts.map(() => ANYWHERE), ends: openEnds(points) },
    }),
  },
  doors: {
    isThere: ({ request }) =>
      request.doors !== undefined || request.volunteers.some(({ doors }) => doors !== undefined),
    ofCrew: ({ crew, points }) => ({ crew: crew.map((member) => ({ ...member, doors: null })), points }),
  },
  stairs: {
    isThere: ({ request }) => request.volunteers.some(({ avoidStairs }) => avoidStairs === true),
    // Nobody is led round stairs in the street any more.
    ofGround: (wished) => {
      const volunteers = wished.request.volunteers.map(({ avoidStairs: _stairs, ...rest }) => rest)
      return { ...wished, request: { ...wished.request, volunteers } }
    },
  },
  // What is key still counts as much as it does: only its turn is given up.
  keys: {
    isThere: ({ request }) => request.targets?.some(({ key }) => key === true) ?? false,
    ofCrew: (laid) => laid,
  },
  hold_outs: {
    isThere: ({ holdsOut }) => holdsOut,
    ofGround: (wished) => ({ ...wished, holdsOut: false }),
  },
  excluded: {
    isThere: ({ request }) =>
      (request.skip?.cells?.length ?? 0) + (request.skip?.targets?.length ?? 0) > 0 ||
      (request.targets?.some(({ exclude }) => exclude === true) ?? false) ||
      (request.area !== undefined && 'of' in request.area),
    ofGround: (wished) => {
      const { skip, targets, area, ...request } = wished.request
      const { cells: _cells, targets: _targets, ...rest } = skip ?? {}
      return {
        ...wished,
        request: {
          ...request,
          skip: rest,
          ...(targets && { targets: targets.map(({ exclude: _exclude, ...kept }) => kept) }),
          ...(area && { area: wholeOf(area) }),
        },
      }
    },
  },
}

/** Walks that return to where they begin end anywhere. */
function openEnds({ starts, ends }: Crew['points']): number[] {
  return ends.map((end, walker) => (end === starts[walker] ? ANYWHERE : end))
}

function returns({ start, end }: Pick<Walk, 'start' | 'end'>): boolean {
  return start !== null && end !== null && start.join() === end.join()
}

function wholeOf(area: AreaRequest): AreaRequest {
  return 'of' in area ? wholeOf(area.of) : area
}

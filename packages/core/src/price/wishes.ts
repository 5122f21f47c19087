/** The wishes that a plan has, and each left out: of the request, of the ends of its walks, or of the ledger. */
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

interface Wish {
  isThere: (wished: Wished) => boolean
  without: (wished: Wished) => Wished
}

export const WISHES: Record<Priced, Wish> = {
  return: {
    isThere: ({ ends }) => ends.some(returns),
    without: (wished) => ({
      ...wished,
      ends: wished.ends.map((one) => (returns(one) ? { ...one, end: null } : one)),
    }),
  },
  start: {
    isThere: ({ ends }) => {
      const starts = ends.flatMap(({ start }) => (start ? [start.join()] : []))
      return new Set(starts).size < starts.length
    },
    // Where a walk may begin anywhere, it ends anywhere, as in every plan.
    without: (wished) => ({
      ...wished,
      ends: wished.ends.map((one) => ({ start: null, end: returns(one) ? null : one.end })),
    }),
  },
  doors: {
    isThere: ({ request }) =>
      request.doors !== undefined || request.volunteers.some(({ doors }) => doors !== undefined),
    without: (wished) => {
      const { doors: _doors, ...request } = wished.request
      const volunteers = request.volunteers.map(({ doors: _own, ...rest }) => rest)
      return { ...wished, request: { ...request, volunteers } }
    },
  },
  stairs: {
    isThere: ({ request }) => request.volunteers.some(({ avoidStairs }) => avoidStairs === true),
    without: (wished) => {
      const volunteers = wished.request.volunteers.map(({ avoidStairs: _stairs, ...rest }) => rest)
      return { ...wished, request: { ...wished.request, volunteers } }
    },
  },
  keys: {
    isThere: ({ request }) => request.targets?.some(({ key }) => key === true) ?? false,
    // What is key counts as much as the most that a priority makes of it, and still does: only its turn is given up.
    without: (wished) => wished,
  },
  hold_outs: {
    isThere: ({ holdsOut }) => holdsOut,
    without: (wished) => ({ ...wished, holdsOut: false }),
  },
  excluded: {
    isThere: ({ request }) =>
      (request.skip?.cells?.length ?? 0) + (request.skip?.targets?.length ?? 0) > 0 ||
      (request.targets?.some(({ exclude }) => exclude === true) ?? false) ||
      (request.area !== undefined && 'of' in request.area),
    without: (wished) => {
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

function returns({ start, end }: Pick<Walk, 'start' | 'end'>): boolean {
  return start !== null && end !== null && start.join() === end.join()
}

function wholeOf(area: AreaRequest): AreaRequest {
  return 'of' in area ? wholeOf(area.of) : area
}

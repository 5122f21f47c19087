/** Codes of all calls that plan, and of those that wait for a plan. */
import { type CodesByStatus, joinedCodes } from '../document/problem-codes.ts'
import { OF_LEDGER, OF_REGION, OF_SHAPE } from '../http/route.ts'

/** What is wrong with the wish itself, found as soon as the region is read. */
export const OF_WISH: CodesByStatus = {
  400: [
    'area.bad_cell',
    'area.holds_nothing',
    'area.no_precincts',
    'area.outside_region',
    'area.swapped',
    'area.too_many_parts',
    'area.unknown_precinct',
    'priority.no_precincts',
    'priority.unknown_field',
    'ranking.other_region',
    'start.unreachable',
    'volunteers.too_many_starts',
  ],
}
const OF_STREETS: CodesByStatus = {
  422: ['streets.damaged', 'streets.format', 'streets.none'],
  503: ['osrm.refused', 'osrm.unreachable'],
}

/** Of calls that plan while their callers wait. */
export const OF_PLANNING: CodesByStatus = joinedCodes(OF_REGION, OF_SHAPE, OF_WISH, OF_STREETS, OF_LEDGER, {
  404: ['area.unknown', 'ranking.unknown'],
})

/** Of those that say how long to search. */
export const OF_EFFORT: CodesByStatus = { 400: ['plan.iterations', 'plan.seconds'] }

/** Of those that lease what they plan. */
export const OF_LEASING: CodesByStatus = {
  409: ['dispatch.closed', 'plan.conflict'],
}

/** Of those that print walks: each gets a link, unless its campaign is being erased. */
export const OF_PRINTING: CodesByStatus = { 410: ['campaign.erased'] }

/** Of those that ask for a plan: a job that failed says what its caller would have been told, with 422. */
export const OF_JOB: CodesByStatus = {
  404: ['plan.unknown'],
  410: ['plan.cancelled'],
  422: Object.values(
    joinedCodes(OF_WISH, OF_SHAPE, OF_STREETS, {
      422: [
        'edit.does_not_fit',
        'edit.not_free',
        'edit.stairs',
        'edit.unreachable',
        'plan.conflict',
        'plan.failed',
        'plan.gave_up',
        'plan.gone',
        'region.format',
        'replan.too_many',
        'replan.walker',
      ],
    }),
  ).flat(),
  503: ['region.damaged'],
}

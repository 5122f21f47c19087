/** Own starts and ends in edits as they may be kept: edits stand in the plan that comes of them. */
import type { PlanEdit } from '../request/edit-request.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { withRoundedStarts } from '../request/rounded-starts.ts'

/** @param request  of the plan, its meeting point filled in: that one is nobody's own, and stays as it is */
export function roundedEdits(edits: readonly PlanEdit[], request: PlanRequest): PlanEdit[] {
  const rounded = <Ends extends Pick<VolunteerRequest, 'start' | 'end'>>(ends: Ends): Ends =>
    (withRoundedStarts({ ...request, volunteers: [ends] }).volunteers as Ends[])[0]!
  return edits.map((edit) => {
    if (edit.type === 'set_start') return { ...edit, ...rounded({ start: edit.start }) }
    return edit.type === 'add_walker' ? { ...edit, volunteer: rounded(edit.volunteer) } : edit
  })
}

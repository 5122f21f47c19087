/** The settings of a campaign as a form has them: every field a text, and what is wrong with it. */
import type { Schemas } from '@doorwalk/client'
import { type AssumedForm, assumedFaults, assumedForm, assumedOf, boundsOf } from './assumptions.ts'
import { type Bounds, isWithin, readNumber } from '../../numbers/number.ts'

type Settings = Schemas['CampaignSettings']

export interface CampaignForm extends AssumedForm {
  firstKnock: string
  lastKnock: string
  /** Days; empty: not chosen yet. */
  ballots: string[]
  silenceHours: string
  hasGoal: boolean
  doors: string
  by: string
}

export interface FormFault {
  /** As the API names the field. */
  pointer: string
  fault: 'day' | 'twice' | 'doors' | 'hours' | 'time' | 'order' | 'bounds'
  /** Within which it has to lie. */
  bounds?: Bounds
}

const MOST_HOURS = 168
export const MOST_BALLOTS = 8

export function formOf(settings: Settings): CampaignForm {
  const { firstKnock, lastKnock, ballots, silenceHours, goal, assumptions } = settings
  return {
    ...assumedForm(assumptions),
    firstKnock,
    lastKnock,
    ballots: [...ballots],
    silenceHours: String(silenceHours),
    hasGoal: goal !== null,
    doors: goal === null ? '' : String(goal.doors),
    by: goal?.by ?? '',
  }
}

/** What was changed in `mine` since both began with `base`, in what somebody else has saved meanwhile. */
export function mergedForm(mine: CampaignForm, base: CampaignForm, theirs: CampaignForm): CampaignForm {
  const isSame = (name: keyof CampaignForm): boolean => String(mine[name]) === String(base[name])
  const names = Object.keys(theirs) as (keyof CampaignForm)[]
  return Object.assign(
    {},
    ...names.map((name) => ({ [name]: (isSame(name) ? theirs : mine)[name] })),
  ) as CampaignForm
}

/** All settings with those of the form in them; what the form does not have stays as it is. */
export function settingsOf(form: CampaignForm, settings: Settings): Settings {
  return {
    ...settings,
    firstKnock: form.firstKnock,
    lastKnock: form.lastKnock,
    ballots: form.ballots.toSorted(),
    silenceHours: readNumber(form.silenceHours, false)!,
    assumptions: assumedOf(form, settings.assumptions),
    goal: form.hasGoal ? { doors: readNumber(form.doors)!, by: form.by } : null,
  }
}

/**
 * Saving would end the campaign, which it does not do as things are: its last day of the vote is over.
 *
 * @param today  as `2026-03-14`
 */
export function endsCampaign(form: CampaignForm, settings: Settings, today: string): boolean {
  const isOver = (days: readonly string[]): boolean => days.length > 0 && days.every((day) => day < today)
  return isOver(form.ballots) && !isOver(settings.ballots)
}

/** All that is wrong, in the order of the form; none: all is well. */
export function faultsOf(form: CampaignForm): FormFault[] {
  const faults: FormFault[] = []
  const say = (pointer: string, fault: FormFault['fault']): void => void faults.push({ pointer, fault })
  if (form.hasGoal && !isWithin(readNumber(form.doors), { from: 1, to: Number.MAX_SAFE_INTEGER }))
    say('/goal/doors', 'doors')
  if (form.hasGoal && form.by === '') say('/goal/by', 'day')
  for (const [at, day] of form.ballots.entries()) {
    if (day === '') say(`/ballots/${at}`, 'day')
    else if (form.ballots.indexOf(day) < at) say(`/ballots/${at}`, 'twice')
  }
  const hours = readNumber(form.silenceHours, false)
  if (hours === null || !(hours >= 0 && hours <= MOST_HOURS)) say('/silenceHours', 'hours')
  if (form.firstKnock === '') say('/firstKnock', 'time')
  if (form.lastKnock === '') say('/lastKnock', 'time')
  else if (form.lastKnock <= form.firstKnock) say('/lastKnock', 'order')
  for (const name of assumedFaults(form))
    faults.push({ pointer: `/assumptions/${name}`, fault: 'bounds', bounds: boundsOf(name) })
  return faults
}

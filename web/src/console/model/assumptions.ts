/** What plans assume at doors as the form of settings has it: texts, shares in per cent; empty: not set. */
import type { Schemas } from '@doorwalk/client'
import { ASSUMPTION_BOUNDS } from '@doorwalk/core/building/usual'
import { type Bounds, readNumber } from '../../numbers/number.ts'

export const ASSUMED = [
  'openedShare',
  'talkSeconds',
  'knockSeconds',
  'floorSeconds',
  'entrySeconds',
  'slackShare',
] as const
export type Assumed = (typeof ASSUMED)[number]

export type AssumedForm = Record<Assumed, string> & { learn: boolean }

export type SetAssumptions = Schemas['CampaignSettings']['assumptions']

/** As the form tells it: per cent of a share, seconds of a street door of flats. */
export function figureOf(name: Assumed, assumptions: Schemas['Assumptions']): number {
  if (name === 'entrySeconds') return assumptions.entrySeconds.flats
  return isShare(name) ? percent(assumptions[name]) : assumptions[name]
}

export function isShare(name: Assumed): name is 'openedShare' | 'slackShare' {
  return name === 'openedShare' || name === 'slackShare'
}

/** In the unit of the form. */
export function boundsOf(name: Assumed): Bounds {
  const { from, to } = ASSUMPTION_BOUNDS[name]
  return isShare(name) ? { from: percent(from), to: percent(to) } : { from, to }
}

export function assumedForm({ learn, entrySeconds, ...set }: SetAssumptions): AssumedForm {
  const text = (value: number | undefined): string => (value === undefined ? '' : String(value))
  const share = (value: number | undefined): string => (value === undefined ? '' : String(percent(value)))
  return {
    learn,
    openedShare: share(set.openedShare),
    slackShare: share(set.slackShare),
    talkSeconds: text(set.talkSeconds),
    knockSeconds: text(set.knockSeconds),
    floorSeconds: text(set.floorSeconds),
    entrySeconds: text(entrySeconds?.flats),
  }
}

/** Of a form without faults; what it does not have stays as it is. */
export function assumedOf(form: AssumedForm, before: SetAssumptions): SetAssumptions {
  const set = (name: Assumed): number | undefined => {
    const value = readNumber(form[name], false)
    return value === null ? undefined : isShare(name) ? value / 100 : value
  }
  const { house } = before.entrySeconds ?? {}
  const flats = set('entrySeconds')
  const entry = { ...(flats !== undefined && { flats }), ...(house !== undefined && { house }) }
  const plain = ASSUMED.filter((name) => name !== 'entrySeconds').flatMap((name) => {
    const value = set(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    learn: form.learn,
    ...(Object.fromEntries(plain) as Omit<SetAssumptions, 'learn' | 'entrySeconds'>),
    ...(Object.keys(entry).length > 0 && { entrySeconds: entry }),
  }
}

/** Those that are outside of their bounds, or no number. */
export function assumedFaults(form: AssumedForm): Assumed[] {
  return ASSUMED.filter((name) => {
    const value = readNumber(form[name], false)
    const { from, to } = boundsOf(name)
    return value !== null && !(value >= from && value <= to)
  })
}

/** Shares of the API have at most a few decimals: 0.29 is 29, and not 28.999999999999996. */
function percent(share: number): number {
  return Math.round(share * 10_000) / 100
}

/** Whether this phone may still walk the walk that it has, and what came between: another team, an end, a removal. */
import type { Closed, Stop, WalkRecord } from './record.ts'

/** `draft`: nobody holds its doors for anyone. */
export type Standing = Stop | 'fine' | 'draft' | 'finished'

export function standingOf({ state, finishedAt, closed, walker, mine }: WalkRecord): Standing {
  if (finishedAt !== null || state === 'finished') return 'finished'
  if (closed) return closed
  if (state === 'released') return 'given_back'
  if (state === 'expired') return 'expired'
  if (mine !== undefined && mine !== walker) return 'others'
  return state === 'draft' ? 'draft' : 'fine'
}

/** Why whoever has the walk is to stop; null: nothing. */
export function stopOf(record: WalkRecord): Stop | null {
  const standing = standingOf(record)
  return standing === 'fine' || standing === 'draft' || standing === 'finished' ? null : standing
}

const CLOSED: Readonly<Record<string, Closed>> = {
  'walk.unknown': 'gone',
  'link.unknown': 'link_ended',
  'link.ended': 'link_ended',
  'campaign.over': 'campaign_over',
  'campaign.erased': 'campaign_over',
  'campaign.unknown': 'campaign_over',
}

/** What a problem of the server says of the walk; null: it says nothing of it, or passes. */
export function closedBy({ code }: { code: string }): Closed | null {
  return CLOSED[code] ?? null
}

/** Visits are taken all the same: what was ticked and not gone on from is reported at once. */
export function stillCounts(record: WalkRecord): boolean {
  const standing = standingOf(record)
  return (
    standing !== 'fine' && standing !== 'draft' && standing !== 'link_ended' && standing !== 'campaign_over'
  )
}

/** Whose walk it is on this phone once its link was opened: who confirmed it here, else whom the link was made for. */
export function holderHere(
  walker: string,
  { known, madeFor }: { known: WalkRecord | undefined; madeFor: string | null },
): string {
  return known?.mine === walker ? walker : (madeFor ?? known?.mine ?? walker)
}

/** Names between browsers as a file, which never goes to the server; and until when they are kept. */
import { doorwalk } from '../../api/api.ts'
import { dayOf } from '../model/pace.ts'
import {
  type FileFault,
  type Merged,
  lastDay,
  mergeNames,
  namesFile,
  readNamesFile,
} from '../model/people/names-file.ts'
import { handOutWords } from '../words/hand-out.ts'
import { sayDay } from '../../words/language.ts'
import { forgetAll } from './kept.ts'
import { allNames, keepNames, nameOf } from './names.ts'

/** Slots of this browser in which names stand; what follows their beginning is a region or a plan. */
const SLOTS_WITH_NAMES = ['people', 'crews', 'weekend-', 'last-wish-', 'roll-call-']

/** The last day for which names are kept, as the ballots of the campaign have it; null: none is known. */
export async function namesUntil(): Promise<string | null> {
  try {
    const { keys } = await doorwalk.GET('/v1/keys')
    const campaign = keys[0]?.campaign
    if (campaign === undefined) return null
    const { ballots } = await doorwalk.GET('/v1/campaigns/{campaign}', { params: { path: { campaign } } })
    return lastDay(ballots)
  } catch {
    // A key that may not read settings: nothing is known.
    return null
  }
}

/** Where the last ballot has been over for a while, nobody needs the names any more. */
export async function forgetAfterBallot(): Promise<void> {
  if (Object.keys(allNames().register).length === 0) return
  const until = await namesUntil()
  if (until !== null && until < dayOf(Date.now())) forgetAll(SLOTS_WITH_NAMES)
}

interface Wanted {
  ids: readonly string[]
  plans: readonly string[]
}

/** How many of them this browser could write down. */
export function countNames({ ids, plans }: Wanted): number {
  const { crews } = allNames()
  const all = new Set([...ids, ...plans.flatMap((plan) => crews[plan] ?? [])])
  return [...all].filter((id) => nameOf(id) !== undefined).length
}

/** The file as text. */
export async function writeNames(wanted: Wanted): Promise<string> {
  const w = handOutWords().namesFile
  const until = await namesUntil()
  const notice = w.notice(until === null ? null : sayDay(until))
  return `${JSON.stringify(namesFile(allNames(), { ...wanted, until, notice }), null, 2)}\n`
}

/** Takes a file in beside what is known here. */
export function takeNames(text: string): Merged | FileFault {
  const file = readNamesFile(text, dayOf(Date.now()))
  if ('kind' in file) return file
  const merged = mergeNames(allNames(), file)
  keepNames(merged)
  return merged
}

/** Gives somebody another name. */
export function rename(id: string, name: string): void {
  const { register, crews } = allNames()
  keepNames({ register: { ...register, [id]: name }, crews })
}

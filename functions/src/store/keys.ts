/**
 * Every key of the table, built and read here and nowhere else: docs/decisions/0011-table-keys.md. Data folders and
 * tables that exist were written with these very bytes, so a key may be added and never changed.
 */
import type { Key, KeyRange } from '../ports/store.ts'

/** Items of one kind, which lie side by side in a partition. `Of` says which partition. */
interface Kind<Of> {
  /** All sort keys of the kind begin with it. */
  prefix: string
  key: (of: Of, id: string) => Key
  range: (of: Of) => KeyRange
  /** Whether an item of the same partition is of this kind. */
  has: (key: Pick<Key, 'sk'>) => boolean
  /** The id that the key was made with. */
  idOf: (key: Pick<Key, 'sk'>) => string
}

interface InRegion {
  campaign: string
  region: string
}

function kind<Of>(partition: (of: Of) => string, prefix: string): Kind<Of> {
  return {
    prefix,
    key: (of, id) => ({ pk: partition(of), sk: prefix + id }),
    range: (of) => ({ pk: partition(of), prefix }),
    has: ({ sk }) => sk.startsWith(prefix),
    idOf: ({ sk }) => sk.slice(prefix.length),
  }
}

const home = (campaign: string): string => `C#${campaign}`
const targets = ({ campaign, region }: InRegion): string => `${home(campaign)}#TARGETS#${region}`
const ledger = ({ campaign, region }: InRegion): string => `${home(campaign)}#BLOCKS#${region}`
const accesses = (campaign: string): string => `${home(campaign)}#ACCESS`
const deliveries = ({ campaign, webhookId }: { campaign: string; webhookId: string }): string =>
  `${home(campaign)}#HOOK#${webhookId}`
const PLANNING = 'QUEUE#plan'
const DELIVERING = 'QUEUE#delivery'

// In the campaign's own partition, by id. Ids end in a ULID, so they stand in the order in which they were made.
export const AREA = kind(home, 'AREA#')
export const BATCH = kind(home, 'BATCH#')
/** By plan: the batch that it is part of. */
export const IN_BATCH = kind(home, 'INBATCH#')
/** By plan: whether its walks hold their targets. */
export const COMMIT = kind(home, 'COMMIT#')
/** By {@link draftId}: plans that hold nothing yet, as long as somebody may want to lease them. */
export const DRAFT = kind(home, 'DRAFT#')
export const HOLDOUT = kind(home, 'HOLDOUT#')
/** A list of targets that is written to a file. */
export const TARGET_FILE = kind(home, 'TARGETFILE#')
/** A list that is being imported, or was. */
export const IMPORT = kind(home, 'IMPORT#')
/** By region: which imported lists count there. */
export const LISTS = kind(home, 'LISTS#')
/** By SHA-256 of what names the request. */
export const IDEMPOTENCY = kind(home, 'IDEMPOTENCY#')
/** What it offers; who came by it stands in {@link INVITED}. */
export const INVITATION = kind(home, 'INVITATION#')
export const INVITED = kind(home, 'INVITED#')
export const LINK = kind(home, 'LINK#')
/** By {@link linkOfWalkId}: that a walk has a link. */
export const LINK_OF_WALK = kind(home, 'LINKOFWALK#')
/** An API key as it is listed. */
export const LISTED_KEY = kind(home, 'KEY#')
/** A source of inbound visits as it is listed. */
export const LISTED_SOURCE = kind(home, 'SOURCE#')
/** By walk: the link that is printed on its sheet. */
export const PAPER_LINK = kind(home, 'PAPERLINK#')
/** By walk: the key that made it, where it may change no other. */
export const MADE_BY = kind(home, 'MADEBY#')
/** By plan: which of its pieces are done. */
export const PARTS = kind(home, 'PARTS#')
export const PLAN = kind(home, 'PLAN#')
export const RANKING = kind(home, 'RANKING#')
/** By {@link rankingNameId}: the versions of a name. */
export const RANKING_NAME = kind(home, 'RANKINGNAME#')
/** What volunteers say of buildings. */
export const CORRECTION = kind(home, 'CORRECTION#')
/** By plan: whose turn it is to replan it. */
export const REPLAN = kind(home, 'REPLAN#')
export const WALK = kind(home, 'WALK#')
/** By {@link walkerId}: that a walk was given to a walker. */
export const WALKER = kind(home, 'WALKER#')
export const WEBHOOK = kind(home, 'HOOK#')
export const settingsKey = (campaign: string): Key => ({ pk: home(campaign), sk: 'CAMPAIGN' })
/** What the links of a campaign are signed with. */
export const linkSecretKey = (campaign: string): Key => ({ pk: home(campaign), sk: 'LINKSECRET' })

// In partitions beside it.
export const ACCESS = kind(accesses, 'A#')
export const BLOCK = kind(ledger, 'BLOCK#')
/** What no longer fits into a block, by {@link overflowId}. */
export const OVERFLOW = kind(ledger, 'OVERFLOW#')
export const DELIVERY = kind(deliveries, 'DELIVERY#')
export const OWN_TARGET = kind(targets, 'T#')

export const accessId = ({ at, key, call }: { at: string; key: string; call: string }): string =>
  `${at}#${key}#${call}`
export const walkerId = (walker: string, walkId: string): string => `${walker}#${walkId}`
export const linkOfWalkId = (walkId: string, linkId: string): string => `${walkId}#${linkId}`
/** @param hash  of the name, which may hold any letters */
export const rankingNameId = (region: string, hash: string): string => `${region}#${hash}`
export const draftId = (region: string, planId: string): string => `${region}#${planId}`
export const overflowId = (block: string, name: string): string => `${block}#${name}`

// Whole partitions, for those who count or erase.
export const homeItems = (campaign: string): KeyRange => ({ pk: home(campaign), prefix: '' })
export const accessItems = (campaign: string): KeyRange => ({ pk: accesses(campaign), prefix: '' })
export const ledgerItems = (of: InRegion): KeyRange => ({ pk: ledger(of), prefix: '' })
export const targetItems = (of: InRegion): KeyRange => ({ pk: targets(of), prefix: '' })
export const deliveryItems = (of: { campaign: string; webhookId: string }): KeyRange => ({
  pk: deliveries(of),
  prefix: '',
})

// Across campaigns.
/** By the SHA-256 of the key. */
export const apiKeyKey = (hash: string): Key => ({ pk: `KEY#${hash}`, sk: 'KEY' })
/** By the SHA-256 of the token of an address: which file it is of. */
export const downloadKey = (hash: string): Key => ({ pk: `DOWNLOAD#${hash}`, sk: 'DOWNLOAD' })
/** By the SHA-256 of the token of an upload: whose it is. */
export const uploadKey = (hash: string): Key => ({ pk: `UPLOAD#${hash}`, sk: 'UPLOAD' })
export const sourceKey = (id: string): Key => ({ pk: `SOURCE#${id}`, sk: 'SOURCE' })
/** Campaigns that will end by themselves. */
const ENDING = kind(() => 'ENDING', '')
/** Batches that are being removed. */
const GOING = kind(() => 'GOING', '')
export const goingKey = ({ campaign, batchId }: { campaign: string; batchId: string }): Key =>
  GOING.key(undefined, `${campaign}#${batchId}`)
export const GOING_ITEMS = GOING.range(undefined)
/** Regions in which campaigns have drafts. */
const DRAFTING = kind(() => 'DRAFTING', '')
export const draftingKey = ({ campaign, region }: InRegion): Key =>
  DRAFTING.key(undefined, `${campaign}#${region}`)
export const DRAFTING_ITEMS = DRAFTING.range(undefined)
/** By campaign: that it is being erased, or was a short while ago. */
const ERASURE = kind(() => 'ERASURE', '')
export const erasureKey = (campaign: string): Key => ERASURE.key(undefined, campaign)
export const endingKey = (campaign: string): Key => ENDING.key(undefined, campaign)
export const ENDING_ITEMS = ENDING.range(undefined)
/** When this installation was last seen to run. */
export const SEEN_KEY: Key = { pk: 'SEEN', sk: 'SEEN' }
/** Nothing is ever there: read to see whether the table answers. */
export const HEALTH_KEY: Key = { pk: 'HEALTH', sk: 'HEALTH' }

const PART = 'part_'
/** A job: a plan, one part of a plan that was cut, an import, or a list that is written. */
export const jobKey = ({ planId, part }: { planId: string; part?: string }): Key => ({
  pk: PLANNING,
  sk: part === undefined ? planId : `${PART}${planId}#${part}`,
})
/** Whole plans first: somebody may be waiting for one, and a piece of a large plan is done in seconds. */
export const JOB_RANGES: readonly KeyRange[] = ['pln_', 'imp_', 'lst_', PART].map((prefix) => ({
  pk: PLANNING,
  prefix,
}))
export const JOB_ITEMS: KeyRange = { pk: PLANNING, prefix: '' }

const DUE = 'D#'
/** When to look at a delivery again: in the order of time, and the same delivery at the same time is the same item. */
export const dueKey = (due: { at: string; webhookId: string; eventId: string }): Key => ({
  pk: DELIVERING,
  sk: `${DUE}${due.at}#${due.webhookId}#${due.eventId}`,
})
export const DUE_ITEMS: KeyRange = { pk: DELIVERING, prefix: DUE }

/**
 * What the machine underneath gives to everything here: ports, and the words that they speak. Built once: by
 * `laptop/server.ts`, or by `lambda/world.ts` on AWS. Whoever implements or uses a port imports it from here; this
 * file knows core alone.
 */
import type { Continuation } from '@doorwalk/core/replan/continuation'
import type { Assumptions } from '@doorwalk/core/building/door-time'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { FormatName, PlanFormatName } from '@doorwalk/core/formats/formats'
import type { Partition } from '@doorwalk/core/partition/partition'
import type { Blobs, Clock, Regions } from '@doorwalk/core/ports'
import type { EstimateRequest, PlanRequest, ReplanRequest } from '@doorwalk/core/request/request'
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { Draft } from '@doorwalk/core/assembly/draft'
import type { KeyRule } from '@doorwalk/core/assembly/key-choice'
import type { EarlierWalk } from '@doorwalk/core/replan/changes'
import type { LeftOut } from '@doorwalk/core/walk/answer'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import type { Warning } from '@doorwalk/core/words/warning'
import type { Estimate } from '@doorwalk/core/estimate/answer'

/** What the storing half needs; the worker has no routes and no configuration. */
export interface Storage {
  store: Store
  blobs: Blobs
  regions: Regions
  clock: Clock
  id: (prefix: string) => string
  run: Run
}

/** This run of the process, among all that there were and are. */
interface Run {
  id: string
  /** No other process can reach the table: whatever another run has begun, it is dead. */
  isAlone: boolean
}

export interface World extends Storage {
  config: Config
  jobs: JobQueue
  /** For what is answered at once and leaves nothing behind. */
  planner: Pick<Planner, 'plan'> & Estimator
  desk: Desk
  log: Log
  announce: Announce
  /** Brings a webhook delivery to whoever sends it. */
  ringDelivery: RingDelivery
}

export const systemClock: Clock = { now: () => Date.now() }

/**
 * Whether a stored time is still to come. One that lies further ahead than any is ever set was written before the clock
 * was set back: nobody waits for the old time to come again.
 *
 * @param time  milliseconds, as are those it is held against
 * @param at.longest  how far ahead it is set at most
 */
export function isAhead(time: number, { now, longest }: { now: number; longest: number }): boolean {
  return time > now && time <= now + longest
}

export interface Config {
  /** Opens the demo campaign; true only when the server listens on loopback and has no operator key. */
  demo: boolean
  /** Origins that a browser may call from; none by default: the own page needs no entry. */
  corsOrigins: string[]
  /** Largest request body; AWS hands at most 6 MB to a Lambda, and an HTTP API wraps it. */
  bodyBytes: number
  /** Requests a minute and campaign. */
  requestsPerMinute: number
  /** A plan that takes longer, or asks for more, becomes a job. */
  sync: { milliseconds: number; volunteers: number; targets: number }
  /** Calls under way get this long for their answers when the server ends. */
  drainMilliseconds: number
  /** First key of an installation, plain; it may do everything and makes the others. */
  operatorKey: string | undefined
  /** Where people reach this server, for links and QR codes on paper; none when unknown. */
  baseUrl: string | undefined
  /** An OSRM server to route with instead of our own streets. */
  osrm: string | undefined
  /** Origins that webhooks may go to although they are not public: a receiver on this machine. */
  webhookAllow: string[]
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  [field: string]: string | number | boolean | undefined
}
export type Log = (line: LogLine) => void

export interface Key {
  pk: string
  sk: string
}

/** What is stored under a key; `version` counts its writes. */
export interface Item extends Key {
  version: number
  /** Unix seconds; from then on the item is gone. */
  expiresAt?: number
  data: Record<string, unknown>
}

interface Write extends Key {
  data: Record<string, unknown>
  expiresAt?: number
}

export interface Page {
  items: Item[]
  /** Sort key to go on after; undefined at the end. */
  next: string | undefined
}

/** Neighbours in a partition: all of it, or the sort keys that begin alike. */
export interface KeyRange {
  pk: string
  /** Empty: all of the partition. */
  prefix: string
}

export interface Range extends KeyRange {
  /** Sort key to go on after. */
  after?: string | undefined
  limit: number
  newestFirst?: boolean
}

/** One table. Every write is conditional on a version; an expired item does not exist. */
export interface Store {
  get(key: Key): Promise<Item | undefined>
  /** In any order; missing and expired ones are left out. */
  getMany(keys: Key[]): Promise<Item[]>
  /** False when there is one already. */
  create(item: Write): Promise<boolean>
  /** False when the stored version is another one by now. */
  replace(item: Write, version: number): Promise<boolean>
  /** Last writer wins, in batches; for items that nobody else changes, such as imports. */
  putMany(items: Write[]): Promise<void>
  /** False when a version is given and the stored one differs; true when there was nothing. */
  remove(key: Key, version?: number): Promise<boolean>
  removeMany(keys: Key[]): Promise<void>
  query(range: Range): Promise<Page>
  /** Every item of a range in the order of its keys, read page by page as they are asked for. */
  all(range: KeyRange): AsyncIterable<Item>
  /**
   * Deletes what had expired by a time, in milliseconds; the answer lists the deleted items, so that their blobs can
   * follow.
   */
  sweep(time: number): Promise<Item[]>
}

export interface PlanRef {
  campaign: string
  planId: string
}

/** Planning jobs: somebody here or elsewhere works on them. */
export interface JobQueue {
  /**
   * Hands a plan over; returns when it has ended, or after `wait` milliseconds at the latest, by default at once;
   * sooner where the signal says that nobody waits any more. What is waited for goes into the lane of short plans.
   */
  submit(ref: PlanRef, wait?: number, signal?: AbortSignal): Promise<void>
  /**
   * Stops the plan, or its pieces, if they run here; the head already says `cancelled`. True when it is certain that
   * nobody works on it any more.
   */
  cancel(ref: PlanRef): Promise<boolean>
  /** Forgets all jobs of a campaign, and stops those that run here. */
  cancelAll(campaign: string): Promise<void>
  /** Before {@link close}: begins only what somebody waits for, and lets go of what nobody waits for. */
  drain(): void
  /** Lets go of running jobs; another process, or the next start, takes them up. */
  close(): Promise<void>
}

/** Short: somebody waits for it. What turns out to be long goes over to the others. */
export type Lane = 'estimate' | 'short' | 'long'

/** For whom something is worked out, and in which lane it is at the moment. */
export interface Turn {
  campaign: string
  lane: Lane
}

/**
 * A plan as planning leaves it: written where it was made, so that nobody who stores or sends it reads it again, with
 * what must be known of it.
 */
export interface WrittenPlan {
  outline: PlanOutline
  /** JSON of the plan. */
  body: Bytes
  /** The walks of the outline, as each is stored. */
  walks: Bytes[]
}

/** Plans walks: in this thread on Lambda, where an instance serves one request; in worker threads on a server. */
export interface Planner {
  plan(task: PlanTask, hooks?: PlanHooks): Promise<WrittenPlan>
  /** The pieces of a plan that is too large for one run; null where one is better. */
  cut(task: PlanTask, hooks?: PlanHooks): Promise<Partition | null>
  /** JSON of a {@link MadePiece}. */
  draft(task: DraftTask, hooks?: PlanHooks): Promise<Bytes>
  /** The plan that all its pieces make. */
  join(task: JoinTask, hooks?: PlanHooks): Promise<WrittenPlan>
  close(): Promise<void>
}

/** Whole: nobody else has a part of what they lie in, so that they can be handed over. */
export type Bytes = Uint8Array<ArrayBuffer>

/**
 * Where large things are written and read: forms, maps, packs, lists. In threads on a server, in the instance on
 * Lambda. What comes back is bytes, ready to be sent.
 */
export interface Desk {
  /**
   * @param signal  nobody waits for it any more
   * @throws what the task throws; Error of the name `AbortError` once the signal rings
   */
  ask<Name extends keyof DeskTasks>(
    task: Name,
    input: DeskTasks[Name]['input'],
    signal?: AbortSignal,
  ): Promise<DeskTasks[Name]['answer']>
}

interface DeskTask<Input, Answer> {
  input: Input
  answer: Answer
}

/** A stored plan, and how many targets its head tells of: what there is to write. */
export interface PlanToWrite extends PlanRef {
  targets: number
}

export interface DeskTasks {
  /** The JSON that a plan is answered with. */
  planAnswer: DeskTask<PlanToWrite & { replacedBy: string | null }, Bytes>
  /** Some of what a plan left out. */
  leftOut: DeskTask<PlanToWrite & { from: number; to: number }, { leftOut: LeftOut[]; isLast: boolean }>
  planForm: DeskTask<PlanToWrite & { form: PlanFormatName }, Written>
  walkForm: DeskTask<{ campaign: string; walkId: string; form: FormatName }, Written>
  /** The JSON of a walk with its map; `head` is what stands before them. */
  walkPack: DeskTask<{ campaign: string; walkId: string; head: object }, Bytes>
  /** GeoJSON of streets and outlines; without a box those of the whole region. */
  regionMap: DeskTask<{ region: string; bbox: Bbox | undefined }, Bytes>
  /** GeoJSON of the precincts of a region. */
  precinctMap: DeskTask<{ region: string }, Bytes>
  /** A client's own list of targets. */
  targetList: DeskTask<ListToRead, ReadList>
  /** A ZIP. */
  batchPack: DeskTask<PackOrder, Bytes>
}

export type ListFormat = 'csv' | 'geojson' | 'json'

export interface ListToRead {
  text: Uint8Array
  format: ListFormat
  /** Of the region. */
  bbox: readonly [west: number, south: number, east: number, north: number]
}

export interface ReadList {
  /** JSON of some hundred targets each, so that whoever stores them can do so in turns. */
  parts: Bytes[]
  repairs: number
  /** The first of them. */
  repaired: Repair[]
  refusals: number
  refused: Refusal[]
}

export interface Repair {
  /** Line of a CSV file (the header is 1); else the number of the entry, from 1. */
  line: number
  field: string
  came: string
  became: string
}

export interface Refusal {
  line: number
  field: string
  came: string
  expected: string
}

/** A form of walks, with the headers it needs. */
export interface Written {
  body: Bytes
  headers: Record<string, string>
}

/** What goes into the pack of a batch. */
export interface PackOrder {
  campaign: string
  /** RFC 3339. */
  createdAt: string
  plans: { shift: number; startAt: string; area: string; planId: string }[]
  /** Bytes. */
  most: number
}

export interface Estimator {
  estimate(task: EstimateTask, hooks?: EstimateHooks): Promise<Estimate>
}

interface EstimateHooks {
  turn?: Turn
  signal?: AbortSignal
  /** From now on; more than what is documented is not given. */
  milliseconds?: number
}

export interface PlanTask {
  /** Becomes the id of the plan. */
  planId: string
  /** Stored areas resolved, targets of the campaign merged in. */
  request: PlanRequest
  /** What was visited, leased or held out in the area when it was read. */
  ledger: LedgerSnapshot
  /** What an earlier plan leaves to this one, and how long it thought that doors take. */
  continuation?: Continuation
  assumptions?: Assumptions
  /** The plan says how it differs from that one. */
  replaces?: { of: string; keep: ReplanRequest['keep']; walks: EarlierWalk[] }
}

/** One piece of a large plan; its volunteers, targets and start time are in the request. */
export interface DraftTask extends PlanTask {
  /** Its blocks. */
  cells: string[]
  /** Which targets are key buildings, as in all pieces. */
  keys?: KeyRule | undefined
}

export interface JoinTask {
  /** Becomes the id of the plan. */
  planId: string
  request: PlanRequest
  assumptions: Assumptions
  warnings: Warning[]
  /** As {@link Planner.draft} wrote them, in their order. */
  pieces: Uint8Array[]
}

/** A piece that is done, and where its time went. */
export interface MadePiece {
  draft: Draft
  measures: Measures | null
}

export interface EstimateTask {
  /** As {@link PlanTask.request}. */
  estimate: EstimateRequest
  ledger: LedgerSnapshot
}

export interface PlanHooks {
  onProgress?: (progress: Progress) => void
  /** Before the plan is returned. */
  onMeasured?: (measures: Measures) => void
  /** Default: whoever calls is alone. */
  turn?: Turn
  signal?: AbortSignal
  /** Milliseconds on the clock: the best walks found by then. */
  deadline?: number
}

export interface Progress {
  stage: string
  /** 0…1 of the stage. */
  share: number
}

/** Where the time of a plan went, and how much of what there was it got. */
export interface Measures {
  /** Milliseconds by step of the pipeline. */
  steps: Record<string, number>
  /** On the walks. */
  prize: number
  /** Of all targets that might have been walked. */
  offered: number
}

/**
 * Tells what happened to those who listen: `wiring.ts` says who. Returns when they are through, and throws what one of
 * them throws. What is told again, because a process died in between, changes nothing.
 */
export type Announce = (event: Announcement) => Promise<void>

type Announcement = PlanEnded | BatchPlanned | WalkChanged | BlocksVisited | BlockFinished

/** Done, failed, cancelled or removed: its head says which. */
export interface PlanEnded {
  kind: 'plan ended'
  ref: PlanRef
  /** Whoever asked for it waits for the answer. */
  isAwaited: boolean
}

/** Every plan of a batch has ended. */
export interface BatchPlanned {
  kind: 'batch planned'
  campaign: string
  batch: { batchId: string; label: string; region: string; plans: string[] }
}

/** Also told when somebody asked for a change that had been made before. */
export interface WalkChanged {
  kind: 'walk changed'
  campaign: string
  walk: {
    walkId: string
    planId: string
    state: string
    /** RFC 3339. */
    startedAt: string | null
    endedAt: string | null
    /** Number of those held. */
    targets: number
  }
}

/** Visits of targets in these blocks were taken, now or before. */
export interface BlocksVisited {
  kind: 'blocks visited'
  campaign: string
  region: string
  blocks: string[]
}

/** No target of the block is due or will become due. */
export interface BlockFinished {
  kind: 'block finished'
  campaign: string
  region: string
  block: string
  /** Every target that stands there. */
  stock: { id: string; doors: number }[]
}

/** One event on its way to one receiver. */
export interface DeliveryRef {
  campaign: string
  webhookId: string
  eventId: string
}

/** Brings a delivery to somebody who attempts it now. */
export type RingDelivery = (ref: DeliveryRef) => Promise<void>

/** Parcels of one walk: what is to be told to the server, with an id, a moment and a time for slips. */
import type { Visit } from '@doorwalk/client'
import type { Parcel } from './shelf.ts'
import { type WalkRecord, ticksOf } from '../model/record.ts'
import { leaveTicked } from '../model/ticks.ts'

/** So long a slip can be taken back before it is sent, ms. */
export const SLIP_MILLISECONDS = 8_000

/** When a parcel was made, and until when it is held back, ms. */
interface Due {
  at: number
  notBefore?: number
}

export interface ParcelMaker {
  parcel(id: string, load: Parcel['load'], due: Due): Parcel
  /** @param slip  ms in which it can be taken back */
  visitParcel(visit: Visit, at: number, slip?: number): Parcel
  /** Visits of what is ticked, without time for a slip: told before something else that cannot be taken back. */
  ticksAt(targets: string[], at: number): (record: WalkRecord) => { record: WalkRecord; send: Parcel[] }
}

export function parcelsOf(walkId: string): ParcelMaker {
  const parcel: ParcelMaker['parcel'] = (id, load, { at, notBefore = 0 }) => ({
    ...{ id, walkId, made: at, notBefore, tries: 0, refused: null, load },
  })
  const visitParcel: ParcelMaker['visitParcel'] = (visit, at, slip = SLIP_MILLISECONDS) =>
    parcel(visit.id, { kind: 'visit', visit }, { at, notBefore: at + slip })
  return {
    parcel,
    visitParcel,
    ticksAt(targets, at) {
      const ids = new Map(targets.map((target) => [target, newId('vis')]))
      return (record) => {
        const left = leaveTicked(record, { targets, visitFor: (target) => ids.get(target) ?? '', now: at })
        return { record: left.record, send: left.visits.map((visit) => visitParcel(visit, at, 0)) }
      }
    },
  }
}

/** 128 random bits; `randomUUID` is there with HTTPS only. */
export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `${kind}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Targets with ticks that are not reported. */
export function ticked(record: WalkRecord): string[] {
  return Object.keys(record.marks).filter((target) => ticksOf(record, target) > 0)
}

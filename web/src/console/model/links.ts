/** Links that there are for walks: since when, until when, and whether one that is shown still opens its walk. */
import type { Schemas } from '@doorwalk/client'

type Link = Schemas['Link']
/** By walk. */
export type LinksByWalk = ReadonlyMap<string, readonly Link[]>

export interface LinksThere {
  /** With a link that opens them. */
  walks: number
  /** Instant of the oldest of them. */
  since: string
  /** The first walk is shut after this instant. */
  until: string
}

/** Null: no walk has any. @param now  milliseconds */
export function linksThere(links: LinksByWalk, now: number): LinksThere | null {
  const alive = [...links.values()]
    .map((each) => each.filter(({ expiresAt }) => now < Date.parse(expiresAt)))
    .filter((each) => each.length > 0)
  if (alive.length === 0) return null
  const least = (instants: string[]): string =>
    instants.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a))
  const most = (instants: string[]): string =>
    instants.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a))
  return {
    walks: alive.length,
    since: least(alive.flat().map(({ createdAt }) => createdAt)),
    until: least(alive.map((each) => most(each.map(({ expiresAt }) => expiresAt)))),
  }
}

/**
 * Whether the link of this address is among those of its walk: another browser may have revoked it.
 *
 * @param links  undefined: not known, so it is trusted
 */
export function isAmong(url: string, links: readonly Pick<Link, 'linkId'>[] | undefined): boolean {
  if (links === undefined) return true
  const [, id] = /#dwl_[^.]+\.([0-9A-Z]+)\./.exec(url) ?? []
  return links.some(({ linkId }) => linkId === `lnk_${id}`)
}

/** An address that other devices cannot open. */
export function isThisComputer(url: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(new URL(url).hostname)
}

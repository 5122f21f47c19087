/** What a form of walks is; formats.ts lists those there are. */
import { type WalksOfRegion, mapAround } from '../paper/map-around.ts'
import type { MapFeatures } from '../paper/map-svg.ts'
import type { StartAddresses } from '../paper/start.ts'
import type { PlaceOnPaper } from '../paper/head.ts'
import type { PrintSize } from '../sheet/style.ts'
import type { Regions } from '../ports.ts'
import type { Plan, Walk } from '../walk/answer.ts'
import type { Language } from '../words/languages.ts'

export interface Format {
  /** Media type. */
  type: string
  walk: (walk: Walk, around: Surroundings) => string | Promise<string>
  /** Absent where a plan has no such form, only its walks. */
  plan?: (plan: Plan, around: Surroundings) => string | Promise<string>
  /**
   * Name of what the command writes of it: a file of the whole plan, or one of each walk where it has `NN` for the
   * number. Absent where it writes none.
   */
  file?: string
}

/** What a form may tell beside the walks themselves. */
export interface Surroundings {
  /** Of the region. */
  attribution: string[]
  map: () => Promise<MapFeatures>
  /** Addresses where walks begin. */
  starts: () => Promise<StartAddresses>
  /** Of a table for people; absent: its columns are for programs. */
  table?: Language
  /** What was asked for; absent: walks are told by their streets. */
  place?: PlaceOnPaper
  /** By id of the walk, what opens it on a phone. */
  links?: Readonly<Record<string, string>>
  /** Letters of pages to print; default: normal. */
  print?: PrintSize
}

export interface Surrounded extends WalksOfRegion {
  links?: Readonly<Record<string, string>> | undefined
  print?: PrintSize | undefined
  place?: PlaceOnPaper | undefined
  table?: Language | undefined
}

/** The same for whoever writes walks, so that their forms are the same bytes. A map is read when a form asks for it. */
export function surroundingsOf(
  regions: Regions,
  { walks, region, links, print, place, table }: Surrounded,
): Surroundings {
  return {
    attribution: region.attribution,
    map: () => mapAround(regions, { walks, region }),
    // As the map: who writes other forms starts without it.
    starts: async () => (await import('../paper/start.ts')).startAddresses(regions, { walks, region }),
    ...(links && { links }),
    ...(print && { print }),
    ...(place && { place }),
    ...(table && { table }),
  }
}

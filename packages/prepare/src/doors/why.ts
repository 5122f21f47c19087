/** What the doors of a building rest on: for the map that `--explain` writes and the list of the largest estimates. */
import type { Home } from '../homes/homes.ts'
import type { Tags } from '../osm/extract.ts'
import type { Expected } from './expected.ts'

export interface Why {
  /** Before rounding; absent where somebody counted. */
  expected?: number
  storeys: number
  storeysBy: Home['levelsSource']
  /** 0 a house … 1 a block of flats. */
  flats: number
  /** Households were it houses. */
  houses: number
  /** 0 nobody … 1 people live here as far as one can tell; and what speaks against it. */
  livedIn: number
  doubt?: string
  areaM2: number
  /** Gross floor area near windows on all storeys. */
  floorM2: number
  addresses: number
  shops: number
  shopsAround: number
  density: number
  blocks: number
  tags: Tags
  /** Of the plot it stands on. */
  ground?: Tags
}

/** Tags that say who lives there; names of people and shops are none of it. */
const TOLD =
  /^(building|amenity|shop|office|craft|tourism|leisure|historic|healthcare|man_made|landuse|height|roof:levels|addr:flats|residential|military|industrial|public_transport|aeroway|ruins|abandoned|disused|construction|religion|club|sport)(:|$)/

const GROUND = /^(landuse|amenity|leisure|aeroway|tourism|man_made|power|railway|military|historic|natural)$/

/** What a building's doors rest on, in words that `docs/data.md` explains. */
export function whyDoors(home: Home, expected: Expected | undefined): Why {
  const round = (value: number) => Math.round(value * 100) / 100
  const { tags, areaM2 } = home.structure
  return {
    ...(expected ? { expected: round(expected.doors) } : {}),
    storeys: round(home.storeys),
    storeysBy: home.levelsSource,
    flats: round(home.mixture.flats),
    houses: round(home.mixture.houses),
    livedIn: round(home.lived.share),
    ...(home.lived.share < 1 ? { doubt: home.lived.doubt } : {}),
    areaM2: Math.round(areaM2),
    floorM2: Math.round(home.floorArea),
    addresses: home.addresses.length,
    shops: home.shops,
    shopsAround: home.around.shops,
    density: round(home.around.density),
    blocks: round(home.around.blocks),
    tags: told(tags, TOLD),
    ...(home.around.ground ? { ground: told(home.around.ground, GROUND) } : {}),
  }
}

function told(tags: Tags, which: RegExp): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => which.test(key)))
}

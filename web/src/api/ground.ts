/** Loads streets and buildings of a region: whole where it is small, else square by square where one looks closely. */
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { GroundFeature } from './answers.ts'
import { doorwalk } from './api.ts'

/** A region up to this many degrees wide and high is loaded at once: a quarter, not a city. */
const WHOLE_DEGREES = 0.06
/** Side of a square of a larger region. */
const SQUARE_DEGREES = 0.02
const CLOSE_ZOOM = 15
const MOST_SQUARES = 12
/** In the place of a square. */
const WHOLE = ''

/** What of the world the map shows. */
export interface View {
  zoom: number
  bbox: Bbox
}

interface Seen {
  /** All that is loaded; null: nothing new */
  features: GroundFeature[] | null
  /** Nothing was loaded, since one has to look closer. */
  tooFar: boolean
}

export interface Ground {
  /** @throws ProblemError; what could not be loaded is asked for again next time */
  see(view: View): Promise<Seen>
}

export function createGround({ name, bbox }: { name: string; bbox: Bbox }): Ground {
  const isSmall = bbox[2] - bbox[0] <= WHOLE_DEGREES && bbox[3] - bbox[1] <= WHOLE_DEGREES
  const features = new Map<string, GroundFeature>()
  const loaded = new Set<string>()

  /** Whether anything new came. */
  async function load(bbox: string): Promise<boolean> {
    if (loaded.has(bbox)) return false
    loaded.add(bbox)
    const params = { path: { name }, query: bbox === WHOLE ? {} : { bbox } }
    try {
      const drawn = await doorwalk.GET('/v1/regions/{name}/map.geojson', { params })
      for (const [index, feature] of (drawn.features as unknown as GroundFeature[]).entries()) {
        const { properties } = feature
        // A building on the border of two squares comes twice.
        features.set(properties.kind === 'building' ? properties.id : `${bbox} ${index}`, feature)
      }
    } catch (error) {
      loaded.delete(bbox)
      throw error
    }
    return true
  }

  return {
    async see(view) {
      if (isSmall) return { features: (await load(WHOLE)) ? [...features.values()] : null, tooFar: false }
      const squares = squaresOf(view.bbox, bbox)
      if (view.zoom < CLOSE_ZOOM || squares.length > MOST_SQUARES) return { features: null, tooFar: true }
      const news = await Promise.all(squares.map((square) => load(square.join(','))))
      return { features: news.includes(true) ? [...features.values()] : null, tooFar: false }
    },
  }
}

/** Squares of the fixed grid that cover the view within the region; one more than `MOST_SQUARES` at most. */
function squaresOf(view: Bbox, region: Bbox): Bbox[] {
  const squares: Bbox[] = []
  const [west, south] = [Math.max(view[0], region[0]), Math.max(view[1], region[1])]
  const [east, north] = [Math.min(view[2], region[2]), Math.min(view[3], region[3])]
  const index = (degrees: number): number => Math.floor(degrees / SQUARE_DEGREES)
  const degrees = (at: number): number => Number((at * SQUARE_DEGREES).toFixed(6))
  for (let x = index(west); x <= index(east) && squares.length <= MOST_SQUARES; x++) {
    for (let y = index(south); y <= index(north) && squares.length <= MOST_SQUARES; y++) {
      squares.push([degrees(x), degrees(y), degrees(x + 1), degrees(y + 1)])
    }
  }
  return squares
}

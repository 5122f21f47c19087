/** Loads streets and buildings of a region: whole where it is small, else square by square where one looks closely. */
import { fetchJson } from './api.js'

/** A region up to this many degrees wide and high is loaded at once: a quarter, not a city. */
const WHOLE_DEGREES = 0.06
/** Side of a square of a larger region. */
const SQUARE_DEGREES = 0.02
const CLOSE_ZOOM = 15
const MOST_SQUARES = 12

/** @typedef {[number, number, number, number]} Bbox */

/** @param {{ name: string, bbox: Bbox }} region */
export function createGround({ name, bbox }) {
  const path = `/v1/regions/${encodeURIComponent(name)}/map.geojson`
  const isSmall = bbox[2] - bbox[0] <= WHOLE_DEGREES && bbox[3] - bbox[1] <= WHOLE_DEGREES
  /** @type {Map<string, any>} */
  const features = new Map()
  /** @type {Set<string>} */
  const loaded = new Set()

  /** @param {string} query */
  async function load(query) {
    if (loaded.has(query)) return false
    loaded.add(query)
    try {
      const collection = await fetchJson(path + query)
      for (const [index, feature] of collection.features.entries()) {
        // A building on the border of two squares comes twice.
        features.set(feature.properties.id ?? `${query} ${index}`, feature)
      }
    } catch (error) {
      loaded.delete(query)
      throw error
    }
    return true
  }

  return {
    /**
     * @param {{ zoom: number, bbox: Bbox }} view
     * @returns {Promise<{ features: any[] | null, tooFar: boolean }>} null: nothing new
     */
    async see(view) {
      if (isSmall) return { features: (await load('')) ? [...features.values()] : null, tooFar: false }
      const squares = squaresOf(view.bbox, bbox)
      if (view.zoom < CLOSE_ZOOM || squares.length > MOST_SQUARES) return { features: null, tooFar: true }
      const news = await Promise.all(squares.map((square) => load(`?bbox=${square.join(',')}`)))
      return { features: news.includes(true) ? [...features.values()] : null, tooFar: false }
    },
  }
}

/** @param {Bbox} view @param {Bbox} region */
function squaresOf(view, region) {
  const squares = []
  const [west, south] = [Math.max(view[0], region[0]), Math.max(view[1], region[1])]
  const [east, north] = [Math.min(view[2], region[2]), Math.min(view[3], region[3])]
  const index = (/** @type {number} */ degrees) => Math.floor(degrees / SQUARE_DEGREES)
  for (let x = index(west); x <= index(east) && squares.length <= MOST_SQUARES; x++) {
    for (let y = index(south); y <= index(north) && squares.length <= MOST_SQUARES; y++) {
      squares.push([x, y, x + 1, y + 1].map((at) => Number((at * SQUARE_DEGREES).toFixed(6))))
    }
  }
  return squares
}

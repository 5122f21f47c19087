/** Shapes of a KML or KMZ file, as Google My Maps and Google Earth write them; loaded when one is chosen. */
import { kml } from '@tmcw/togeojson'
import { strFromU8, unzipSync } from 'fflate'

/** A map of a country's communes has less; beyond, a file that was packed small would fill the memory. */
const MOST_BYTES = 50_000_000

/** GeoJSON of all that it draws; `linked`: it only names where the map is; null: it is no KML. */
export function readKml(bytes: Uint8Array): GeoJSON.FeatureCollection | 'linked' | null {
  const text = textOf(bytes)
  if (text === null) return null
  const document = new DOMParser().parseFromString(text, 'text/xml')
  if (document.querySelector('parsererror') || document.documentElement.localName !== 'kml') return null
  const { features } = kml(document)
  // Folders and links stand among them, without a shape.
  const shapes = features.flatMap((one) =>
    one.geometry === null ? [] : [{ ...one, geometry: one.geometry }],
  )
  if (shapes.length === 0 && document.querySelector('NetworkLink') !== null) return 'linked'
  return { type: 'FeatureCollection', features: shapes }
}

/** A KMZ is a ZIP with a KML in it. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name.endsWith('.kml') && originalSize <= MOST_BYTES,
    })
    const [first] = Object.values(files)
    return first ? strFromU8(first) : null
  } catch {
    return null
  }
}

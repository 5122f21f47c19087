/** What a run of `prepare` is given: files, a folder, and what to leave aside. */
export const WITHHELD = ['households', 'dwellings', 'population'] as const
export type Withheld = (typeof WITHHELD)[number]

export interface PrepareOptions {
  /** OpenStreetMap extract, PBF or XML. */
  osm: string
  /** Folder of the region; its last part is the region's name. */
  out: string
  /** BAN or any address table: CSV, GeoJSON, GeoParquet, GeoPackage or SQLite. */
  addresses?: string
  /** INSEE 200 m grid, GeoJSON with `men`. */
  households?: string
  /** Register of dwellings: CSV, GeoJSON, GeoParquet, GeoPackage or SQLite. */
  dwellings?: string
  /** Which register that is, and what its columns are, where that is not told by their names. */
  dwellingsAs?: string
  /** Polling-station areas, GeoJSON polygons. */
  precincts?: string
  /** Further lines of the region's attribution. */
  attribution?: string[]
  /** Region or version folder whose ids live on, or `none`; default: the current version in `out`. */
  previous?: string
  /** Sources that are read but not used for doors, to evaluate against them. */
  withhold?: Withheld[]
  /** People in the region, or a GeoJSON file of polygons with theirs; instead of what OpenStreetMap says. */
  population?: string
  /** People per household, where doors follow from people. */
  householdSize?: string
  /** Write `doors.geojson` beside the versions: every building and what its doors rest on. */
  explain?: boolean
}

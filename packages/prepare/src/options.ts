/** What a run of `prepare` is given: files, a folder, and what to leave aside. */
export interface PrepareOptions {
  /** OpenStreetMap extract, PBF or XML. */
  osm: string
  /** Folder of the region; its last part is the region's name. */
  out: string
  /** BAN or any address table, CSV. */
  addresses?: string
  /** INSEE 200 m grid, GeoJSON with `men`. */
  households?: string
  /** Dwellings per entrance, GeoJSON points or CSV. */
  dwellings?: string
  /** Polling-station areas, GeoJSON polygons. */
  precincts?: string
  /** Further lines of the region's attribution. */
  attribution?: string[]
  /** Region or version folder whose ids live on, or `none`; default: the current version in `out`. */
  previous?: string
  /** Sources that are read but not used for doors, to evaluate against them. */
  withhold?: ('households' | 'dwellings')[]
}

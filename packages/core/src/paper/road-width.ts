/** How wide streets are drawn, on paper and on screen. */

/**
 * Width of the carriageway, metres, by class of the street graph or OSM highway value; other ways are paths, a dashed
 * line.
 */
export const ROAD_METRES: Record<string, number> = {
  trunk: 14,
  primary: 13,
  secondary: 11,
  tertiary: 9,
  residential: 7,
  unclassified: 7,
  living: 6,
  living_street: 6,
  pedestrian: 6,
  service: 4,
  driveway: 3,
}

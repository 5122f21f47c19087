/** The layout of regions, as a number in each of them. */

/** Raised whenever a reader of the older layout would misread the newer one. */
export const REGION_FORMAT = 1

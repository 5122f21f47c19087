/** What OpenStreetMap says of a way or node. */

/** Tag table as OpenStreetMap writes it. */
export type StreetTags = Readonly<Record<string, string>>

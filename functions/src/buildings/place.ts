/** Whose targets: a campaign's in a region. */
export interface Place {
  campaign: string
  region: string
}

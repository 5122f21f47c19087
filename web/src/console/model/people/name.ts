/** When two names are the same for those who typed them. */

export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

/** Without case and accents, single spaces. */
export function plainName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

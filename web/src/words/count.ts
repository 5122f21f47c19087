/** A number as it is written, with what it counts, in the singular or the plural of a language. */

/** What stands in a number besides its digits: signs and spaces between thousands. */
const AROUND = /[^\d.,]/g

/** "1 door", "2 doors", "0 doors". @param count  as it is written */
export function someEn(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count.replace(AROUND, '') === '1' ? one : many}`
}

/** "0 porte", "1 porte", "1,5 point", "2 portes": French has its plural from two on. @param count  as it is written */
export function someFr(count: string, one: string, many = `${one}s`): string {
  return `${count} ${isOneFr(count) ? one : many}`
}

function isOneFr(count: string): boolean {
  return Number(count.replace(AROUND, '').replace(',', '.')) < 2
}

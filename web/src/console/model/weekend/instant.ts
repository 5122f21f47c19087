/** Dates and times of this device, as fields of a form have them, and as moments of the API. */

/** Local date and time as RFC 3339 with the offset of that day, summer time counted; null: no such moment. */
export function instantOf(date: string, time: string): string | null {
  const at = new Date(`${date}T${time}`)
  if (Number.isNaN(at.getTime())) return null
  const offset = -at.getTimezoneOffset()
  const wall = `${dateOf(at)}T${timeOf(at)}:00`
  return `${wall}${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`
}

/** As a field of a date has it. */
export function dateOf(at: Date): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** Hours and minutes. */
export function timeOf(at: Date): string {
  return `${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** So many days later; summer time does not move it. */
export function daysLater(date: string, days: number): string {
  const at = new Date(`${date}T12:00`)
  at.setDate(at.getDate() + days)
  return dateOf(at)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

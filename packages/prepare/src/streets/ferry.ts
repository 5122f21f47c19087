/** How fast a ferry goes by its timetable, for `osrm-compat`; canvassers take none. */

/** OSRM's ferry without a timetable, metres per second: 5 km/h. */
const SLOW = 5 / 3.6
/** Per cent: bounds of what a tile stores; a typing error must not make a teleporter. */
const FASTEST = 2_000

/** Per cent of 5 km/h for a way of this length and `duration` tag; 100 without a readable one. */
export function ferrySpeed(metres: number, duration: string | undefined): number {
  const seconds = duration === undefined ? 0 : secondsOf(duration)
  if (seconds <= 0 || metres <= 0) return 100
  return Math.max(1, Math.min(FASTEST, Math.round((100 * metres) / seconds / SLOW)))
}

/** OpenStreetMap writes `25` (minutes), `1:30`, `00:25:30` or ISO 8601 `PT25M`; 0 for anything else. */
function secondsOf(text: string): number {
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text)
  if (iso) return 3600 * Number(iso[1] ?? 0) + 60 * Number(iso[2] ?? 0) + Number(iso[3] ?? 0)
  if (!/^\d+(:\d{1,2}){0,2}$/.test(text)) return 0
  const parts = text.split(':').map(Number)
  const [hours, minutes, seconds] =
    parts.length === 1 ? [0, parts[0]!, 0] : [parts[0]!, parts[1]!, parts[2] ?? 0]
  return 3600 * hours + 60 * minutes + seconds
}

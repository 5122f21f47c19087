/** What `npm run bench:silence` asks for: bodies that are large, or many, and all but a few right. */

export const REGION = 'paris-9e-10e'
/** Of the table of own targets. */
export const ROWS = 50_000
export const STAR_VERTICES = 9_999

let visited = 0

/** Own targets fill the region up: by itself it has too few for a large plan. */
export function wholeRegion(walkers: number, more: object = {}) {
  const targets = Array.from({ length: 950 }, (_, index) => ({
    ...{ id: `more-${index}`, doors: 2 },
    location: place((index * 7_919) % ROWS),
  }))
  const size = { volunteers: walkers, minutes: 240, targets }
  return { region: REGION, iterations: 2_000, calibrate: false, ...size, ...more }
}

/** A ring that crosses itself everywhere. */
export function starRequest() {
  const at = (index: number): [number, number] => {
    const angle = (index * Math.floor(STAR_VERTICES / 2) * 2 * Math.PI) / STAR_VERTICES
    return [2.35 + 0.005 * Math.cos(angle), 48.876 + 0.003 * Math.sin(angle)]
  }
  const ring = Array.from({ length: STAR_VERTICES }, (_, index) => at(index))
  return {
    region: REGION,
    area: { type: 'Polygon', coordinates: [[...ring, at(0)]] },
    volunteers: 2,
    minutes: 60,
  }
}

function place(index: number): [number, number] {
  return [2.3435 + (index % 250) * 0.00004, 48.8773 + Math.floor(index / 250) * 0.0000185]
}

export function csv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `own-${index},${place(index).join(',')},${1 + (index % 30)}`,
  )
  return `id,lng,lat,doors\n${lines.join('\n')}\n`
}

export function smallRequest() {
  return { region: REGION, area: { precincts: ['0925'] }, volunteers: 2, minutes: 60, iterations: 500 }
}

export function ownTargets(many: number) {
  const targets = Array.from({ length: many }, (_, index) => ({
    id: `mine-${index}`,
    location: place(index),
    doors: 3,
  }))
  return { ...smallRequest(), targets }
}

export function estimateWith(many: number) {
  const { iterations: _iterations, ...body } = ownTargets(many)
  return body
}

export function wrong() {
  const { targets, ...body } = ownTargets(60_000)
  return { ...body, targets: targets.map((target, index) => (index > 59_900 ? { id: index } : target)) }
}

export function weekend(targets: number) {
  const shifts = Array.from({ length: 20 }, (_, day) => ({
    startAt: `2030-03-${String(day + 1).padStart(2, '0')}T10:00:00+01:00`,
    minutes: 60,
  }))
  const areas = ['0925', '0926', '0927'].map((code) => ({ label: code, area: { precincts: [code] } }))
  return { region: REGION, shifts, areas, volunteers: 6, iterations: 1, targets: ownTargets(targets).targets }
}

export function holdout() {
  return { region: REGION, unit: 'block', share: 0.1 }
}

export function visits(many: number) {
  const one = () => ({
    ...{ id: `visit-${visited++}`, target: `own-${visited % ROWS}`, at: '2026-03-14T14:05:00+01:00' },
    ...{ knocked: 3, opened: 1 },
  })
  return { region: REGION, visits: Array.from({ length: many }, one) }
}

/** A drawn shape of 290 kB. */
export function comb(label: string) {
  const teeth = Array.from({ length: 7_000 }, (_, index): [number, number] => [
    2.34 + index * 0.0000011234567891,
    index % 2 === 0 ? 48.8765432101234 : 48.8775432101234,
  ])
  const ring = [...teeth, [2.35, 48.89], [2.34, 48.89], teeth[0]]
  return { label, region: REGION, area: { type: 'Polygon', coordinates: [ring] } }
}

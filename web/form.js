/** The form: what a person chose, as the request the API wants; and where on the form a problem belongs. */
import { currentLanguage, sayNumber, words } from './words.js'

/** @template {HTMLElement} T @param {string} selector @returns {T} */
export function find(selector) {
  const found = document.querySelector(selector)
  if (found === null) throw new Error(`no ${selector} on this page`)
  return /** @type {T} */ (found)
}

/** @param {string} selector @returns {HTMLInputElement} */
export function findInput(selector) {
  return find(selector)
}

/** @param {string} name */
export function chosen(name) {
  return findInput(`input[name="${name}"]:checked`).value
}

/** A problem of the form itself; `field` gets the focus. */
export class FormError extends Error {
  /** @param {string} message @param {string} field */
  constructor(message, field) {
    super(message)
    this.field = field
  }
}

/**
 * @param {{ region: string, precincts: Set<string>, area: [number, number][], start: [number, number] | null }} state
 * @throws FormError
 */
export function readRequest(state) {
  const problem = words().problem
  const doors = findInput('#doors')
  const priority = /** @type {HTMLSelectElement} */ (find('#priority')).value
  const startKind = chosen('start')
  if (startKind === 'point' && state.start === null)
    throw new FormError(problem.startFirst, '[name="start"]:checked')
  return {
    region: state.region,
    ...readArea(state),
    volunteers: readNumber('#volunteers'),
    minutes: readNumber('#minutes'),
    ...(doors.value === '' ? {} : { doors: readNumber('#doors') }),
    ...(startKind === 'point'
      ? { start: state.start }
      : startKind === 'anywhere'
        ? { start: 'anywhere' }
        : {}),
    closed: findInput('#closed').checked,
    startAt: readInstant(findInput('#start-at').value),
    ...(priority === '' ? {} : { priority: { field: priority } }),
    language: currentLanguage(),
  }
}

/** @param {{ precincts: Set<string>, area: [number, number][] }} state */
function readArea({ precincts, area }) {
  const problem = words().problem
  switch (chosen('area')) {
    case 'precincts':
      if (precincts.size === 0) throw new FormError(problem.chooseFirst, '[name="area"]:checked')
      return { area: { precincts: [...precincts].sort() } }
    case 'draw': {
      const [first] = area
      if (first === undefined || area.length < 3)
        throw new FormError(problem.drawFirst, '[name="area"]:checked')
      return { area: { type: 'Polygon', coordinates: [[...area, first]] } }
    }
    default:
      return {}
  }
}

/** @param {string} selector */
function readNumber(selector) {
  const input = findInput(selector)
  const value = input.valueAsNumber
  if (!Number.isInteger(value) || value < Number(input.min) || value > Number(input.max)) {
    const range = words().problem.number(sayNumber(Number(input.min)), sayNumber(Number(input.max)))
    throw new FormError(`${labelOf(input)} : ${range}`, selector)
  }
  return value
}

/** @param {HTMLInputElement} input */
function labelOf(input) {
  return input.labels?.[0]?.textContent?.trim() ?? ''
}

/** Local time of this device as RFC 3339 with its offset on that day. @param {string} local */
function readInstant(local) {
  const at = local === '' ? new Date() : new Date(local)
  const offset = -at.getTimezoneOffset()
  const pad = (/** @type {number} */ n) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  const wall = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${wall}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`
}

/** The next full quarter of an hour, as a `datetime-local` field writes it. */
export function nextQuarter() {
  const quarter = 15 * 60_000
  const at = new Date(Math.ceil(Date.now() / quarter) * quarter)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Field of the form that a JSON pointer of the request means. @param {string} pointer */
export function fieldOf(pointer) {
  const [, top = ''] = pointer.split('/')
  return {
    volunteers: '#volunteers',
    minutes: '#minutes',
    doors: '#doors',
    startAt: '#start-at',
    region: '#region',
  }[top]
}

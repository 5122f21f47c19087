/** The form: what a person chose, as the request the API wants; and where on the form a problem belongs. */
import type { PlanRequest } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'
import { chosen, findInput, findSelect } from './elements.ts'
import { currentLanguage, sayNumber, words } from './words/words.ts'

const QUARTER_MILLISECONDS = 15 * 60_000

/** Fields of the form by the first part of a JSON pointer into the request. */
const FIELDS = new Map([
  ['volunteers', '#volunteers'],
  ['minutes', '#minutes'],
  ['doors', '#doors'],
  ['startAt', '#start-at'],
  ['region', '#region'],
])

/** A problem of the form itself; `field` is a selector and gets the focus. */
export class FormError extends Error {
  readonly field: string

  constructor(message: string, field: string) {
    super(message)
    this.field = field
  }
}

/** What is chosen on the map and in lists, beside the fields of the form. */
export interface Choices {
  region: string
  precincts: ReadonlySet<string>
  /** Corners of the drawn area. */
  area: LngLat[]
  start: LngLat | null
}

/**
 * Body of `POST /v1/plans`.
 *
 * @throws FormError
 */
export function readRequest(choices: Choices): PlanRequest {
  const priority = findSelect('#priority').value
  const start = readStart(choices)
  return {
    region: choices.region,
    ...readArea(choices),
    volunteers: readNumber('#volunteers'),
    minutes: readNumber('#minutes'),
    ...(findInput('#doors').value === '' ? {} : { doors: readNumber('#doors') }),
    ...start,
    closed: findInput('#closed').checked,
    startAt: readInstant(findInput('#start-at').value),
    ...(priority === '' ? {} : { priority: { field: priority } }),
    language: currentLanguage(),
  }
}

function readStart({ start }: Choices): Pick<PlanRequest, 'start'> {
  switch (chosen('start')) {
    case 'point':
      if (start === null) throw new FormError(words().problem.startFirst, '[name="start"]:checked')
      return { start }
    case 'anywhere':
      return { start: 'anywhere' }
    default:
      return {}
  }
}

function readArea({ precincts, area }: Choices): Pick<PlanRequest, 'area'> {
  const { problem } = words()
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

function readNumber(selector: string): number {
  const input = findInput(selector)
  const value = input.valueAsNumber
  if (!Number.isInteger(value) || value < Number(input.min) || value > Number(input.max)) {
    const range = words().problem.number(sayNumber(Number(input.min)), sayNumber(Number(input.max)))
    throw new FormError(`${labelOf(input)} : ${range}`, selector)
  }
  return value
}

function labelOf(input: HTMLInputElement): string {
  return input.labels?.[0]?.textContent.trim() ?? ''
}

/** Local time of this device as RFC 3339 with its offset on that day; now when nothing is chosen. */
function readInstant(local: string): string {
  const at = local === '' ? new Date() : new Date(local)
  const offset = -at.getTimezoneOffset()
  const pad = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, '0')
  const wall = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${wall}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`
}

/** The next full quarter of an hour, as a `datetime-local` field writes it. */
export function nextQuarter(): string {
  const at = new Date(Math.ceil(Date.now() / QUARTER_MILLISECONDS) * QUARTER_MILLISECONDS)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Selector of the field that a JSON pointer into the request means; undefined where the form has none. */
export function fieldOf(pointer: string): string | undefined {
  const [, top = ''] = pointer.split('/')
  return FIELDS.get(top)
}

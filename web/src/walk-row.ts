/** The row of one walk in the table: its figures, and what to take along. */
import type { FormatName } from '@doorwalk/core/formats/formats'
import { type PlanFeature, type WalkHead, placeOf } from './api/answers.ts'
import { make, makeButton } from './elements.ts'
import { sayDuration, sayMetres, sayNumber, words } from './words/words.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What the page offers of a walk beside paper. Only the type is imported: the forms themselves would weigh 18 kB. */
const FILES = { gpx: 'GPX', geojson: 'GeoJSON', csv: 'CSV' } satisfies Partial<Record<FormatName, string>>

interface RowOptions {
  /** Of this walk, in walking order. */
  features: PlanFeature[]
  onShow: (walk: number) => void
  /** Saves a file of the API. */
  save: (path: string) => void
}

export function makeWalkRow(walk: WalkHead, { features, onShow, save }: RowOptions): HTMLTableRowElement {
  const w = words()
  const name = makeButton(String(walk.number), {
    label: w.show(walk.number),
    onClick: () => onShow(walk.number),
  })
  name.className = 'walk-name'
  name.prepend(makeSwatch(features))
  const head = make('th')
  head.scope = 'row'
  head.append(name)

  const stops = 'stopCount' in walk ? walk.stopCount : walk.stops.length
  const row = make('tr')
  row.dataset['walk'] = String(walk.number)
  row.append(
    head,
    makeFigure(sayNumber(stops), w.columnStops),
    makeFigure(sayNumber(walk.doors), w.columnDoors),
    makeFigure(sayDuration(walk.seconds), w.columnTime),
    makeFigure(sayMetres(walk.metres), w.columnWay),
    make('td', sayFromTo(features)),
    makeTakeAlong(walk, save),
  )
  // Rows become cards on a phone, and would lose what they are.
  row.setAttribute('role', 'row')
  head.setAttribute('role', 'rowheader')
  for (const cell of row.querySelectorAll('td')) cell.setAttribute('role', 'cell')
  return row
}

function makeTakeAlong({ walkId, number }: WalkHead, save: (path: string) => void): HTMLTableCellElement {
  const w = words()
  const buttons = make('div')
  buttons.className = 'pair'
  buttons.append(
    makePaperButton(`walks/${walkId}`, { text: w.print, label: w.of(w.print, number) }),
    ...Object.entries(FILES).map(([ending, name]) =>
      makeButton(name, {
        label: w.of(name, number),
        onClick: () => save(`/v1/walks/${walkId}.${ending}`),
      }),
    ),
  )
  const cell = make('td')
  cell.append(buttons)
  return cell
}

interface PaperButtonOptions {
  text: string
  label?: string
}

/** Opens paper beside this page; keeps the opener, so that the new tab has this tab's key. */
export function makePaperButton(of: string, { text, label }: PaperButtonOptions): HTMLButtonElement {
  const href = `/print.html#${of}`
  const onClick = (): void => void window.open(href)
  const button = makeButton(text, label === undefined ? { onClick } : { onClick, label })
  button.dataset['href'] = href
  return button
}

/** "12 rue Condorcet → 3 rue Turgot", or one of them where both are the same. */
function sayFromTo(features: PlanFeature[]): string {
  const places = features.flatMap(({ properties }) =>
    properties.kind === 'target' ? [placeOf(properties)] : [],
  )
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return words().nothing
  return first === last ? first : `${first} → ${last}`
}

/** The walk's line as on the map, dashes too. */
function makeSwatch(features: PlanFeature[]): SVGSVGElement {
  const walk = features.map(({ properties }) => properties).find(({ kind }) => kind === 'walk')
  const [colour, dashes] = walk?.kind === 'walk' ? [walk.stroke, walk['stroke-dasharray']] : ['#000', '']
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'swatch')
  svg.setAttribute('viewBox', '0 0 30 10')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', 'M2 5H28')
  line.setAttribute('stroke', colour)
  line.setAttribute('stroke-width', '4')
  if (dashes !== '') line.setAttribute('stroke-dasharray', dashes)
  svg.append(line)
  return svg
}

/** `column` is named before the figure where the table has no head. */
function makeFigure(text: string, column: string): HTMLTableCellElement {
  const cell = make('td', text)
  cell.className = 'figure'
  cell.dataset['column'] = column
  return cell
}

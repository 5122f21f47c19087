/** What came out: summary, a row per walk with things to take along, what was left out and why. */
import { download } from './api.js'
import { find } from './form.js'
import { sayDuration, sayMetres, sayNumber, words } from './words.js'

/**
 * @param {import('./api.js').PlanAnswer} plan
 * @param {{ features: any[], onShow: (walk: number | null) => void, onProblem: (error: unknown) => void }} with_
 */
export function showResults(plan, { features, onShow, onProblem }) {
  const w = words()
  const { summary } = plan
  find('#summary').textContent = w.summary({
    walks: sayNumber(summary.walks),
    targets: sayNumber(summary.targets),
    doors: sayNumber(summary.doors),
    time: sayDuration(summary.seconds),
    metres: sayMetres(summary.metres),
    doorsPerHour: sayNumber(summary.doorsPerHour, { maximumFractionDigits: 1 }),
  })
  const warnings = find('#warnings')
  warnings.hidden = plan.warnings.length === 0
  warnings.replaceChildren(...plan.warnings.map((text) => make('li', { text })))

  const save = (/** @type {string} */ path) => () => void download(path).catch(onProblem)
  find('#plan-links').replaceChildren(
    link(`/print.html#plans/${plan.id}`, { text: w.printAll }),
    button(w.geojsonAll, { onClick: save(`/v1/plans/${plan.id}.geojson`) }),
    button(w.showAll, { onClick: () => onShow(null) }),
  )
  find('#walks').replaceChildren(...plan.walks.map((walk) => row(walk, { features, onShow, save })))
  find('#left-out').replaceChildren(leftOut(summary.leftOut))
  find('#assumed').textContent = assumed(plan.assumptions)
  find('#results').hidden = false
}

/** @param {number | null} number */
export function markWalk(number) {
  for (const tr of document.querySelectorAll('#walks tr')) {
    tr.classList.toggle('chosen', Number(/** @type {HTMLElement} */ (tr).dataset.walk) === number)
  }
}

/**
 * @param {import('./api.js').WalkHead} walk
 * @param {{ features: any[], onShow: (walk: number) => void, save: (path: string) => () => void }} with_
 */
function row(walk, { features, onShow, save }) {
  const w = words()
  const own = features.filter(({ properties }) => properties.walk === walk.number)
  const line = own.find(({ properties }) => properties.kind === 'walk')?.properties
  const targets = own.filter(({ properties }) => properties.kind === 'target')
  const [first, last] = [placeOf(targets[0]), placeOf(targets.at(-1))]
  const tr = make('tr', {})
  tr.dataset.walk = String(walk.number)

  const show = button(String(walk.number), { label: w.show(walk.number), onClick: () => onShow(walk.number) })
  show.className = 'walk-name'
  show.prepend(swatch(line?.stroke ?? '#000', line?.['stroke-dasharray'] ?? ''))
  const head = make('th', {})
  head.scope = 'row'
  head.append(show)

  const file = (/** @type {string} */ name, /** @type {string} */ suffix) =>
    button(name, { label: w.of(name, walk.number), onClick: save(`/v1/walks/${walk.walkId}.${suffix}`) })
  const take = make('div', {})
  take.className = 'pair'
  take.append(
    link(`/print.html#walks/${walk.walkId}`, { text: w.print, label: w.of(w.print, walk.number) }),
    file('GPX', 'gpx'),
    file('GeoJSON', 'geojson'),
    file('CSV', 'csv'),
  )
  const cell = make('td', {})
  cell.append(take)
  const stops = walk.stopCount ?? walk.stops?.length ?? 0
  tr.append(
    head,
    figure(sayNumber(stops), w.columnStops),
    figure(sayNumber(walk.doors), w.columnDoors),
    figure(sayDuration(walk.seconds), w.columnTime),
    figure(sayMetres(walk.metres), w.columnWay),
    make('td', { text: targets.length === 0 ? w.nothing : first === last ? first : `${first} → ${last}` }),
    cell,
  )
  // Rows become cards on a phone, and would lose what they are.
  tr.setAttribute('role', 'row')
  head.setAttribute('role', 'rowheader')
  for (const td of tr.querySelectorAll('td')) td.setAttribute('role', 'cell')
  return tr
}

/** Address, or the street where the building has none. @param {any} target */
function placeOf(target) {
  return target === undefined ? '' : target.properties.address || target.properties.street || '–'
}

/** @param {Record<string, number>} counts */
function leftOut(counts) {
  const w = words()
  const reasons = Object.entries(counts).filter(([, count]) => count > 0)
  if (reasons.length === 0) return make('p', { text: w.leftOutNone })
  const list = make('ul', {})
  for (const [reason, count] of reasons.sort((a, b) => b[1] - a[1])) {
    const said = /** @type {Record<string, string>} */ (w.reason)[reason] ?? reason
    list.append(make('li', { text: `${w.addresses(sayNumber(count), count === 1)} ${said}` }))
  }
  return list
}

/** @param {Record<string, any>} a */
function assumed(a) {
  const share = (/** @type {number} */ value) => sayNumber(value, { style: 'percent' })
  return words().assumptions({
    speed: sayNumber(a.walkingMetresPerSecond),
    entry: sayNumber(a.entrySeconds.flats),
    floor: sayNumber(a.floorSeconds),
    knock: sayNumber(a.knockSeconds),
    open: share(a.openedShare),
    talk: sayNumber(a.talkSeconds),
    slack: share(a.slackShare),
  })
}

/** The walk's line as on the map, dashes too. @param {string} colour @param {string} dashes */
function swatch(colour, dashes) {
  const name = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(name, 'svg')
  svg.setAttribute('class', 'swatch')
  svg.setAttribute('viewBox', '0 0 30 10')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(name, 'path')
  line.setAttribute('d', 'M2 5H28')
  line.setAttribute('stroke', colour)
  line.setAttribute('stroke-width', '4')
  if (dashes !== '') line.setAttribute('stroke-dasharray', dashes)
  svg.append(line)
  return svg
}

/** @param {string} text @param {string} column named before the figure where the table has no head */
function figure(text, column) {
  const cell = make('td', { text })
  cell.className = 'figure'
  cell.dataset.column = column
  return cell
}

/** @param {string} text @param {{ onClick: () => void, label?: string }} options */
function button(text, { onClick, label }) {
  const element = make('button', { text })
  element.type = 'button'
  if (label !== undefined) element.setAttribute('aria-label', label)
  element.addEventListener('click', onClick)
  return element
}

/** Opens beside this page; keeps the opener, so that the new tab has this tab's key. @param {string} href @param {{ text: string, label?: string }} options */
function link(href, { text, label }) {
  const element = button(text, {
    onClick: () => void window.open(href),
    ...(label === undefined ? {} : { label }),
  })
  element.dataset.href = href
  return element
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} name @param {{ text?: string }} options */
function make(name, { text }) {
  const element = document.createElement(name)
  if (text !== undefined) element.textContent = text
  return element
}

/** The page: wires form, map, API and results. State lives here; the other modules keep none of their own choices. */
import { fetchJson, findKey, forgetKey, plan, ProblemError, useKey } from './api.js'
import { chosen, fieldOf, find, findInput, FormError, nextQuarter, readRequest } from './form.js'
import { createGround } from './ground.js'
import { createMap } from './map.js'
import { markWalk, showResults } from './results.js'
import { showRollCall } from './roll-call.js'
import { chooseLanguage, currentLanguage, keepLanguage, sayNumber, setLanguage, words } from './words.js'

/** @type {any[]} */
let regions = []
/** @type {any} */
let region = null
/** @type {any[]} */
let precincts = []
/** @type {Set<string>} */
const chosenPrecincts = new Set()
/** @type {[number, number][]} */
let area = []
/** @type {[number, number] | null} */
let start = null
/** @type {'area' | 'start' | null} what a click on the map sets */
let picking = null
/** @type {ReturnType<typeof createGround> | null} */
let ground = null
/** @type {{ plan: import('./api.js').PlanAnswer, features: any[] } | null} */
let result = null
/** @type {number | null} */
let shownWalk = null
/** @type {AbortController | null} */
let running = null

chooseLanguage()
const map = createMap(find('#map'), { onPick: pick, onPrecinct: togglePrecinct })
map.onMove(() => void loadGround())
sayAll()
findInput('#start-at').value = nextQuarter()
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    const to = /** @type {HTMLElement} */ (button).dataset.language === 'en' ? 'en' : 'fr'
    setLanguage(to)
    keepLanguage(to)
    sayAll()
  })
}
find('#region').addEventListener('change', () => {
  void openRegion(findInput('#region').value).catch(showProblem)
})
for (const radio of document.querySelectorAll('[name="area"]')) radio.addEventListener('click', chooseArea)
for (const radio of document.querySelectorAll('[name="start"]')) radio.addEventListener('click', chooseStart)
find('#priority-sort').addEventListener('change', listPrecincts)
find('#draw-undo').addEventListener('click', () => setArea(area.slice(0, -1)))
find('#draw-clear').addEventListener('click', () => setArea([]))
find('#use-key').addEventListener('click', () => {
  useKey(findInput('#key').value)
  void openRegions().catch(showProblem)
})
find('#form').addEventListener('submit', (event) => {
  event.preventDefault()
  void submit()
})
find('#cancel').addEventListener('click', () => running?.abort(new DOMException('cancelled', 'AbortError')))
void begin().catch(showProblem)

async function begin() {
  if (await findKey()) await openRegions()
  else askForKey()
}

function askForKey() {
  find('#key-fields').hidden = false
  find('#key').focus()
}

async function openRegions() {
  hideProblem()
  regions = (await fetchJson('/v1/regions')).regions
  find('#key-fields').hidden = true
  find('#region').replaceChildren(...regions.map(({ name }) => new Option(name, name)))
  if (regions.length === 0) throw new FormError(words().problem.noRegion, '#region')
  await openRegion(regions[0].name)
}

/** @param {string} name */
async function openRegion(name) {
  region = regions.find((one) => one.name === name)
  chosenPrecincts.clear()
  precincts = []
  setArea([])
  setStart(null)
  result = null
  find('#results').hidden = true
  map.setWalks([])
  map.showWalk(null, sayPoint)
  ground = createGround(region)
  map.show(region.bbox)
  find('#attribution').textContent = region.attribution.join(' · ')
  fillPriorities()
  await Promise.all([loadGround(), loadPrecincts(name)])
}

async function loadGround() {
  const mine = ground
  if (mine === null) return
  const status = find('#map-status')
  status.textContent = words().mapLoading
  try {
    const { features, tooFar } = await mine.see(map.view())
    if (mine !== ground) return
    if (features !== null) map.setGround(features)
    status.textContent = tooFar ? words().mapZoom : ''
  } catch (error) {
    status.textContent = ''
    showProblem(error)
  }
}

/** @param {string} name */
async function loadPrecincts(name) {
  const collection = await fetchJson(`/v1/regions/${encodeURIComponent(name)}/precincts`)
  if (region?.name !== name) return
  precincts = collection.features
  const choice = findInput('[name="area"][value="precincts"]')
  choice.disabled = precincts.length === 0
  if (choice.disabled && choice.checked) findInput('[name="area"][value="region"]').click()
  listPrecincts()
  chooseArea()
}

function fillPriorities() {
  const fields = region?.priorityFields ?? []
  const options = () =>
    fields.map((/** @type {string} */ field) => new Option(field.replaceAll('_', ' '), field))
  for (const { selector, none } of [
    { selector: '#priority', none: words().priorityNone },
    { selector: '#priority-sort', none: words().code },
  ]) {
    const select = findInput(selector)
    const kept = select.value
    select.replaceChildren(new Option(none, ''), ...options())
    select.value = fields.includes(kept) ? kept : ''
  }
}

function listPrecincts() {
  const field = findInput('#priority-sort').value
  const order = [...precincts].sort((a, b) =>
    field === ''
      ? String(a.properties.code).localeCompare(String(b.properties.code))
      : (b.properties[field] ?? -Infinity) - (a.properties[field] ?? -Infinity),
  )
  find('#precincts').replaceChildren(
    ...order.map(({ properties }) => {
      const code = String(properties.code)
      const label = document.createElement('label')
      label.className = 'choice'
      const box = document.createElement('input')
      box.type = 'checkbox'
      box.value = code
      box.checked = chosenPrecincts.has(code)
      box.addEventListener('change', () => togglePrecinct(code))
      const name = document.createElement('span')
      name.textContent = code
      const value = document.createElement('span')
      const number = properties[field]
      value.textContent = typeof number === 'number' ? sayNumber(number) : ''
      label.append(box, name, value)
      return label
    }),
  )
}

/** @param {string} code */
function togglePrecinct(code) {
  const on = !chosenPrecincts.has(code)
  if (on) chosenPrecincts.add(code)
  else chosenPrecincts.delete(code)
  map.choosePrecinct(code, on)
  for (const box of document.querySelectorAll('#precincts input')) {
    const input = /** @type {HTMLInputElement} */ (box)
    if (input.value === code) input.checked = on
  }
}

function chooseArea() {
  const kind = chosen('area')
  find('#precinct-fields').hidden = kind !== 'precincts'
  find('#draw-fields').hidden = kind !== 'draw'
  map.setPrecincts(kind === 'precincts' ? precincts : [], (code) => chosenPrecincts.has(code))
  map.setArea(kind === 'draw' ? area : [])
  setPicking(kind === 'draw' ? 'area' : null)
}

function chooseStart() {
  const byPoint = chosen('start') === 'point'
  find('#start-help').hidden = !byPoint
  map.setStart(byPoint ? start : null, words().start)
  setPicking(byPoint ? 'start' : chosen('area') === 'draw' ? 'area' : null)
}

/** @param {'area' | 'start' | null} what */
function setPicking(what) {
  picking = what
  map.setPicking(what !== null)
}

/** @param {[number, number]} at */
function pick(at) {
  if (picking === 'area') setArea([...area, at])
  if (picking === 'start') setStart(at)
}

/** @param {[number, number][]} points */
function setArea(points) {
  area = points
  map.setArea(area)
  find('#draw-count').textContent = words().points(area.length)
}

/** @param {[number, number] | null} at */
function setStart(at) {
  start = at
  map.setStart(at, words().start)
  find('#start-help').textContent = at === null ? words().startPick : words().startSet
}

function submit() {
  return run(() => {
    if (region === null) throw new FormError(words().problem.noRegion, '#region')
    return { request: readRequest({ region: region.name, precincts: chosenPrecincts, area, start }) }
  })
}

/** @param {{ present: string[], keep: string }} wish */
function replan(wish) {
  return run(() => ({ request: wish, path: `/v1/plans/${result?.plan.id}/replan` }))
}

/** @param {() => { request: object, path?: string }} ask */
async function run(ask) {
  hideProblem()
  if (running !== null) return
  try {
    const { request, ...where } = ask()
    running = new AbortController()
    showProgress(null)
    const answer = await plan(request, { ...where, signal: running.signal, onProgress: showProgress })
    const { features } = await fetchJson(answer.links.geojson)
    result = { plan: answer, features }
    map.setWalks(features)
    showAnswer()
    find('#results-title').focus()
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) showProblem(error)
  } finally {
    running = null
    setBusy(false)
  }
}

/** @param {{ stage: string, share: number } | null} progress */
function showProgress(progress) {
  setBusy(true)
  const share = progress === null ? null : Math.min(1, progress.share)
  find('#progress-label').textContent =
    words().planning + (share === null ? '' : ` ${sayNumber(share, { style: 'percent' })}`)
  if (share === null) find('#progress').removeAttribute('value')
  else find('#progress').setAttribute('value', String(share))
}

/** @param {boolean} busy */
function setBusy(busy) {
  find('#running').hidden = !busy
  find('#plan').toggleAttribute('disabled', busy)
}

function showAnswer() {
  if (result === null) return
  showResults(result.plan, { features: result.features, onShow: showWalk, onProblem: showProblem })
  showRollCall(result.plan, { onReplan: (wish) => void replan(wish) })
  showWalk(null)
}

/** @param {number | null} number */
function showWalk(number) {
  shownWalk = number
  map.showWalk(number, sayPoint)
  markWalk(number)
  if (number !== null) find('#map').scrollIntoView({ block: 'nearest' })
}

/** @param {any} properties */
function sayPoint(properties) {
  const w = words()
  const place = properties.address || properties.street || '–'
  switch (properties.kind) {
    case 'target':
      return [w.stop(properties.label), place, w.doorsOf(properties.doors)].join(' · ')
    case 'reserve':
      return [w.reserve(properties.label), place, w.doorsOf(properties.doors)].join(' · ')
    case 'meeting_point':
      return w.meetingPoint
    default:
      return w.start
  }
}

/** All that is said from here, again in the language now chosen. */
function sayAll() {
  const w = words()
  map.nameButtons(w.zoomIn, w.zoomOut)
  find('#draw-count').textContent = w.points(area.length)
  find('#start-help').textContent = start === null ? w.startPick : w.startSet
  fillPriorities()
  listPrecincts()
  if (result !== null) {
    showResults(result.plan, { features: result.features, onShow: showWalk, onProblem: showProblem })
    showRollCall(result.plan, { onReplan: (wish) => void replan(wish) })
    markWalk(shownWalk)
  }
  document.title =
    currentLanguage() === 'fr' ? 'Doorwalk · tournées de porte-à-porte' : 'Doorwalk · canvassing walks'
}

function hideProblem() {
  find('#problem').hidden = true
  for (const input of document.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid')
}

/** @param {unknown} error */
function showProblem(error) {
  const { problem } = words()
  const box = find('#problem')
  const lines = []
  let field
  if (error instanceof FormError) {
    lines.push(error.message)
    field = error.field
  } else if (error instanceof ProblemError && error.code === 'network') lines.push(problem.network)
  else if (error instanceof ProblemError && error.status === 401) {
    lines.push(problem.key)
    forgetKey()
    askForKey()
  } else if (error instanceof ProblemError) {
    lines.push(error.status >= 500 ? problem.bug : problem.request)
    lines.push(...(error.fields.length > 0 ? error.fields.map(sayField) : [error.message]))
    if (error.requestId !== '') lines.push(problem.id(error.requestId))
    field = fieldOf(error.fields[0]?.pointer ?? '')
  } else lines.push(String(error))

  box.replaceChildren(
    ...lines.map((line) => {
      const p = document.createElement('p')
      p.textContent = line
      return p
    }),
  )
  box.hidden = false
  box.scrollIntoView({ block: 'nearest' })
  const input = field === undefined ? null : document.querySelector(field)
  input?.setAttribute('aria-invalid', 'true')
  input?.setAttribute('aria-describedby', 'problem')
  if (input instanceof HTMLElement) input.focus()
  else if (find('#key-fields').hidden) box.focus()
}

/** @param {import('./api.js').FieldProblem} problem */
function sayField({ pointer, detail }) {
  return pointer === '' ? detail : `${pointer} : ${detail}`
}

/**
 * Shows printed walks: `/print.html#walks/ID` or `#plans/ID`, of several with commas between, in large print
 * with `?print=large`. The page of the API needs the key in a header, which no link can carry; and its style sheet is
 * inline, which our Content-Security-Policy forbids: so it is fetched, and the sheet adopted.
 */
import { doorwalk, findKey } from './api/api.ts'
import { several } from './api/several.ts'
import { nameOf } from './console/state/names.ts'
import { find } from './elements.ts'

const state = find('#state')
const button = find('#print')
const large = find('#large')
const choice = find('#parts')

/** Walks on the page at a time: a few hundred sheets, as many as a browser can lay out and print. */
const MOST_WALKS = 40
const MOST_LISTED = 1_000

/** What is asked for in one go. */
interface Portion {
  /** `plans/ID` or `walks/ID`. */
  of: string
  walks: number
}

/** In their order, each with as many walks as a page takes. */
let parts: Portion[][] = []
/** Counts what was asked to be shown: only the last of it is. */
let round = 0
/** Number of the part on the page. */
let shown = 0

async function begin(): Promise<void> {
  const [, kind, ids] =
    /^#(walks|plans)\/([\w-]{1,80}(?:,[\w-]{1,80})*)(?:\?print=large)?$/.exec(location.hash) ?? []
  if (kind === undefined || ids === undefined) {
    state.textContent = '#walks/… · #plans/…'
    return
  }
  await findKey()
  const asked = ids.split(',')
  const portions = kind === 'plans' ? (await several(asked, portionsOf)).flat() : asked.map((id) => walk(id))
  parts = partsOf(portions)
  await show(0)
}

/** A plan whole, or walk by walk where it has more of them than the page takes. */
async function portionsOf(plan: string): Promise<Portion[]> {
  const { walks } = await doorwalk.GET('/v1/walks', { params: { query: { plan, limit: MOST_LISTED } } })
  if (walks.length <= MOST_WALKS) return [{ of: `plans/${plan}`, walks: walks.length }]
  return (await doorwalk.waitFor(plan)).walks.map(({ walkId }) => walk(walkId))
}

function walk(id: string): Portion {
  return { of: `walks/${id}`, walks: 1 }
}

function partsOf(portions: readonly Portion[]): Portion[][] {
  const all: Portion[][] = []
  let room = 0
  for (const portion of portions) {
    if (all.length === 0 || portion.walks > room) {
      all.push([])
      room = MOST_WALKS
    }
    all.at(-1)!.push(portion)
    room -= portion.walks
  }
  return all
}

/** One part; all others are a button away. */
async function show(number: number): Promise<void> {
  const mine = ++round
  shown = number
  delete document.body.dataset['ready']
  tellParts()
  const portions = parts[number] ?? []
  const tellDone = (done: number): void => {
    if (mine === round && portions.length > 1) state.textContent = `${done} / ${portions.length}`
  }
  const read = async ({ of }: Portion): Promise<Document> => {
    const answer = await doorwalk.fetch(`/v1/${of}.html${isLarge() ? '?print=large' : ''}`)
    const { html, sheets } = withoutSheets(await answer.text())
    // All have the same.
    document.adoptedStyleSheets = sheets
    const page = new DOMParser().parseFromString(html, 'text/html')
    putNames(page)
    return page
  }
  const pages = await several(portions, read, tellDone)
  if (mine !== round) return
  document.title = pages[0]!.title
  document.documentElement.lang = pages[0]!.documentElement.lang
  find('#pages').replaceChildren(...pages.flatMap((page) => [...page.body.childNodes]))
  button.hidden = false
  large.hidden = false
  state.textContent = ''
  document.body.dataset['ready'] = 'yes'
}

/** A button for each part: from which to which walk of all that were asked for. */
function tellParts(): void {
  if (parts.length < 2) return
  let from = 1
  choice.replaceChildren(
    ...parts.map((portions, number) => {
      const to = from + portions.reduce((sum, { walks }) => sum + walks, 0) - 1
      const part = document.createElement('button')
      part.type = 'button'
      part.textContent = `${from}–${to}`
      part.setAttribute('aria-pressed', String(number === shown))
      part.addEventListener('click', () => tell(show(number)))
      from = to + 1
      return part
    }),
  )
}

/** Names in the place of opaque ids, where this browser knows them: they are never sent. */
function putNames(page: Document): void {
  for (const walk of page.querySelectorAll('section.walk')) {
    const field = walk.querySelector('header dd')
    const id = field?.textContent ?? ''
    const name = nameOf(id)
    if (field === null || name === undefined) continue
    field.textContent = name
    for (const line of walk.querySelectorAll('.again'))
      for (const node of line.childNodes) if (node instanceof Text) node.data = node.data.replace(id, name)
  }
}

/** Letters of 16 points and more. */
const isLarge = (): boolean => large.getAttribute('aria-pressed') === 'true'

/** Taken out before parsing: the parser, too, reports an inline sheet as a violation. */
function withoutSheets(html: string): { html: string; sheets: CSSStyleSheet[] } {
  const sheets: CSSStyleSheet[] = []
  const rest = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.push(sheet)
    return ''
  })
  return { html: rest, sheets }
}

button.addEventListener('click', () => window.print())
large.addEventListener('click', () => {
  large.setAttribute('aria-pressed', String(!isLarge()))
  tell(show(shown))
})
// Who comes by an address that says so begins with them.
if (location.hash.endsWith('?print=large')) large.setAttribute('aria-pressed', 'true')
tell(begin())

function tell(shown: Promise<void>): void {
  shown.catch((error: unknown) => {
    state.textContent = error instanceof Error ? error.message : String(error)
  })
}

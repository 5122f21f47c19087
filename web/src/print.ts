/**
 * Shows printed walks: `/print.html#walks/ID` or `#plans/ID`, of several with commas between, in large print
 * with `?print=large`. The page of the API needs the key in a header, which no link can carry; and its style sheet is
 * inline, which our Content-Security-Policy forbids: so it is fetched, and the sheet adopted.
 */
import { doorwalk, findKey } from './api/api.ts'
import { nameOf } from './console/state/names.ts'
import { find } from './elements.ts'

const state = find('#state')
const button = find('#print')
const large = find('#large')

async function show(): Promise<void> {
  const [, kind, ids] =
    /^#(walks|plans)\/([\w-]{1,80}(?:,[\w-]{1,80})*)(?:\?print=large)?$/.exec(location.hash) ?? []
  if (kind === undefined || ids === undefined) {
    state.textContent = '#walks/… · #plans/…'
    return
  }
  await findKey()
  const pages: Document[] = []
  for (const id of ids.split(',')) {
    const { html, sheets } = withoutSheets(
      await (await doorwalk.fetch(`/v1/${kind}/${id}.html${isLarge() ? '?print=large' : ''}`)).text(),
    )
    // All have the same.
    document.adoptedStyleSheets = sheets
    const page = new DOMParser().parseFromString(html, 'text/html')
    putNames(page)
    pages.push(page)
  }
  document.title = pages[0]!.title
  document.documentElement.lang = pages[0]!.documentElement.lang
  find('#pages').replaceChildren(...pages.flatMap((page) => [...page.body.childNodes]))
  button.hidden = false
  large.hidden = false
  state.textContent = ''
  document.body.dataset['ready'] = 'yes'
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
  delete document.body.dataset['ready']
  tell(show())
})
// Who comes by an address that says so begins with them.
if (location.hash.endsWith('?print=large')) large.setAttribute('aria-pressed', 'true')
tell(show())

function tell(shown: Promise<void>): void {
  shown.catch((error: unknown) => {
    state.textContent = error instanceof Error ? error.message : String(error)
  })
}

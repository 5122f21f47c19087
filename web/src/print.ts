/**
 * Shows printed walks: `/print.html#walks/ID` or `#plans/ID`, of several with commas between, in large print
 * with `?print=large`. The page of the API needs the key in a header, which no link can carry; and its style sheet is
 * inline, which our Content-Security-Policy forbids: so it is fetched, and the sheet adopted.
 */
import { doorwalk, findKey } from './api/api.ts'
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
    pages.push(new DOMParser().parseFromString(html, 'text/html'))
  }
  document.title = pages[0]!.title
  document.documentElement.lang = pages[0]!.documentElement.lang
  find('#pages').replaceChildren(...pages.flatMap((page) => [...page.body.childNodes]))
  button.hidden = false
  large.hidden = false
  state.textContent = ''
  document.body.dataset['ready'] = 'yes'
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

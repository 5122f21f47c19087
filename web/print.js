/**
 * Shows printed walks: `/print.html#walks/ID` or `#plans/ID`. The page of the API needs the key in a header, which no
 * link can carry; and its style sheet is inline, which our Content-Security-Policy forbids: so it is fetched, and the
 * sheet adopted.
 */
import { fetchText, findKey, ProblemError } from './api.js'

const state = /** @type {HTMLElement} */ (document.querySelector('#state'))
const button = /** @type {HTMLButtonElement} */ (document.querySelector('#print'))

async function show() {
  const [, kind, id] = /^#(walks|plans)\/([\w-]{1,80})$/.exec(location.hash) ?? []
  if (kind === undefined) {
    state.textContent = '#walks/… · #plans/…'
    return
  }
  await findKey()
  /** @type {CSSStyleSheet[]} */
  const sheets = []
  // Taken out before parsing: the parser, too, reports an inline sheet as a violation.
  const html = (await fetchText(`/v1/${kind}/${id}.html`)).replace(
    /<style>([\s\S]*?)<\/style>/g,
    (_, /** @type {string} */ css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      sheets.push(sheet)
      return ''
    },
  )
  const page = new DOMParser().parseFromString(html, 'text/html')
  document.adoptedStyleSheets = sheets
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  document.querySelector('#pages')?.replaceChildren(...page.body.childNodes)
  button.hidden = false
  state.textContent = ''
  document.body.dataset.ready = 'yes'
}

button.addEventListener('click', () => window.print())
show().catch((error) => {
  state.textContent = error instanceof ProblemError ? error.message : String(error)
})

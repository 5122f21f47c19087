/** A row of houses in one line of a printed walk: each house with its number and its door. */
import type { WalkStop, WalkTarget } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { type Language, wordsOf } from '../words/languages.ts'
import { sayTime } from '../words/say.ts'
import { writeStreet } from '../words/street-names.ts'
import { CELL_PADDING, type PrintLook, ROW_PADDING } from './style.ts'
import type { Block } from './deal-out.ts'
import { linesOf, packedLines, textWidth } from './text-width.ts'
import { countOf, doorBoxes, floorsTopDown, isCounted } from './ticks.ts'

/** Doors of a house that share a line with its neighbours. */
const HOUSE_DOORS = 4
/** Behind a house and the space that follows it, of normal print, mm. */
const HOUSE_GAP = 2.5

export function isHouse(target: WalkTarget): boolean {
  return target.doors <= HOUSE_DOORS && floorsTopDown(target).length === 0 && target.why === undefined
}

interface HouseContext {
  number: string
  look: PrintLook
  language: Language
}

/** The stop whose targets are all houses. */
export function houseRow(stop: WalkStop, { number, look, language }: HouseContext): Block {
  const words = wordsOf(language)
  const { body, note, scale, columns } = look
  const numbers = stop.targets.map(({ address }) => houseNumber(address, stop.street))
  const ends = [numbers[0] ?? '', numbers.at(-1) ?? ''].join(' → ')
  const street = stop.street === '' ? words.noAddress : writeStreet(stop.street)
  const key = stop.targets.some((target) => target.key === true)
  const houses = stop.targets.map((target, place) => ({
    text: `${target.key === true ? '★' : ''}${numbers[place] ?? ''} `,
    doors: target.doors,
  }))
  const details = `${ends}${stop.access === 'gate' ? ` · ${words.access.gate}` : ''}`
  const doors = stop.targets.reduce((sum, target) => sum + target.doors, 0)
  const count = countOf(doors, { look, isCounted: stop.targets.every(isCounted) })
  const said = linesOf(
    [
      { text: `${street} `, size: body, bold: true },
      { text: details, size: note },
    ],
    columns.address - CELL_PADDING,
  )
  const lines = packedLines(
    [
      count,
      ...houses.map(({ text, doors }) => ({
        width: textWidth({ text, size: body }) + doors * look.box,
        after: HOUSE_GAP * scale,
      })),
    ],
    columns.ticks - CELL_PADDING,
  )
  const boxed = houses.map(
    ({ text, doors }) => `<span class="house">${escapeMarkup(text)}${doorBoxes(doors)}</span>`,
  )
  return {
    html:
      `<tr${key ? ' class="key"' : ''}><td class="number">${number}</td>` +
      `<td><b>${escapeMarkup(street)}</b> <small>${escapeMarkup(details)}</small></td>` +
      `<td class="time">${sayTime(stop.arriveAt, language)}</td>` +
      `<td class="ticks">${count.html}${boxed.join(' ')}</td></tr>`,
    height: Math.max(said * look.line, lines * look.tickLine) + ROW_PADDING,
  }
}

/** "12 bis" of "12 bis rue Condorcet", "3" of "Weg 3"; the whole address of another street than the stop's. */
function houseNumber(address: string, street: string): string {
  const [whole, name] = [address.toLowerCase(), writeStreet(street).toLowerCase()]
  if (whole === '' || whole === name) return '·'
  if (name === '') return /^\d+\s?(?:bis|ter|quater|[a-z])?(?=[\s,])/i.exec(address)?.[0] ?? address
  if (whole.endsWith(` ${name}`)) return address.slice(0, -name.length - 1).replace(/,$/, '')
  return whole.startsWith(`${name} `) ? address.slice(name.length + 1) : address
}

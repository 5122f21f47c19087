/** Lines of a printed walk: buildings with boxes to tick, rows of houses, ways between; and how high each will be. */
import type { Walk, WalkStop, WalkTarget } from '../walk/answer.ts'
import { reserveLabel, targetLabel } from '../walk/numbering.ts'
import { escapeMarkup } from '../words/escape.ts'
import { type Language, wordsOf } from '../words/languages.ts'
import { sayDuration, sayMetres, sayTime, sayWithin } from '../words/say.ts'
import { nameDoor } from '../words/seen.ts'
import { houseRow, isHouse } from './houses.ts'
import { CELL_PADDING, type PrintLook, ROW_PADDING, SHEET, WAY_PADDING } from './style.ts'
import type { Block } from './deal-out.ts'
import { linesOf } from './text-width.ts'
import { ticksOf } from './ticks.ts'

/** More parts of a building than these are a further row: a sheet must hold it. */
const MOST_PARTS = 12

/** A target with the number it is typed in by. */
interface Labelled {
  label: string
  target: WalkTarget
  /** Empty for reserves. */
  street: string
  time: string
  /** What to do before it; empty where the next door is in sight. */
  way: string
}

/** The stops of the walk in walking order, each with the way there. */
export function stopBlocks(walk: Walk, look: PrintLook): Block[] {
  const blocks: Block[] = []
  const firstLeg = walk.start === null ? -1 : 0
  const common = commonWhy(walk)
  let open: Labelled[] = []
  const close = (): void => {
    if (open.length > 0) blocks.push(buildingBlock(open, { look, common, language: walk.language }))
    open = []
  }
  for (const [index, stop] of walk.stops.entries()) {
    const way = [directions(walk, index + firstLeg), detourTo(stop, walk.language)]
      .filter((part) => part !== '')
      .join(' · ')
    if (stop.targets.length > 1 && stop.targets.every(isHouse)) {
      close()
      blocks.push(
        joined([
          ...wayRow(way, look),
          houseRow(stop, { number: String(index + 1), look, language: walk.language }),
        ]),
      )
      continue
    }
    for (const [place, target] of stop.targets.entries()) {
      const next = {
        label: targetLabel(stop, { index, place }),
        target,
        street: stop.street,
        time: place === 0 ? sayTime(stop.arriveAt, walk.language) : '',
        way: place === 0 ? way : '',
      }
      if (!goesOn(open, next)) close()
      open.push(next)
    }
  }
  close()
  const back = walk.end === null ? '' : directions(walk, walk.legs.length - 1)
  const last = blocks.pop()
  return last === undefined ? [] : [...blocks, joined([last, ...wayRow(back, look)])]
}

/** Where to go when nobody opens, nearest first. */
export function reserveBlocks({ reserves, language }: Walk, look: PrintLook): Block[] {
  const groups: Labelled[][] = []
  for (const [index, target] of reserves.entries()) {
    const next = { label: reserveLabel(index), target, street: '', time: '', way: '' }
    const open = groups.at(-1)
    if (open && goesOn(open, next)) open.push(next)
    else groups.push([next])
  }
  return groups.map((group) => buildingBlock(group, { look, common: undefined, language }))
}

/** One building, or one address that has several: its parts follow one another, and nothing lies between. */
function goesOn(open: Labelled[], { target, way }: Labelled): boolean {
  const before = open.at(-1)?.target
  if (before === undefined || way !== '' || open.length >= MOST_PARTS) return false
  if (before.address !== target.address) return false
  return target.address === '' || target.seen !== undefined ? before.building === target.building : true
}

/** What to do on a leg long enough to have instructions; the arrival is the next line of the table. */
function directions(walk: Walk, index: number): string {
  const leg = walk.legs[index]
  if (!leg || leg.steps.length === 0) return ''
  const said = leg.steps.filter(({ type }) => type !== 'arrive').map(({ instruction }) => instruction)
  const toEnd = index === walk.legs.length - 1 && walk.end !== null
  const words = wordsOf(walk.language)
  return [
    `${toEnd ? `${words.back}${words.colon} ` : ''}${sayMetres(leg.metres, walk.language)}`,
    ...said,
  ].join(' · ')
}

function detourTo({ detour }: WalkStop, language: Language): string {
  return detour ? wordsOf(language).detour(sayDuration(detour.seconds), detour.stops) : ''
}

/** None where there is nothing to say. */
function wayRow(way: string, { columns, note, noteLine }: PrintLook): Block[] {
  if (way === '') return []
  const text = `↓ ${way}`
  const lines = linesOf([{ text, size: note }], SHEET.width - columns.number - CELL_PADDING)
  return [
    {
      html: `<tr class="way"><td></td><td colspan="3">${escapeMarkup(text)}</td></tr>`,
      height: lines * noteLine + WAY_PADDING,
    },
  ]
}

interface BuildingContext {
  look: PrintLook
  /** The reason that is said below the map. */
  common: string | undefined
  language: Language
}

/** A building: its address once, and a line of boxes for each part of it that has a number. */
function buildingBlock(parts: Labelled[], { look, common, language }: BuildingContext): Block {
  const [first] = parts as [Labelled, ...Labelled[]]
  const isWhole = parts.length === 1
  const words = wordsOf(language)
  const address = nameDoor(first.target, first.street, language)
  const access = [...new Set(parts.map(({ target }) => words.access[target.access]))].filter(
    (said) => said !== '',
  )
  const details = [...(isWhole ? sayWithin(first.target, language) : []), ...access].join(' · ')
  const whys = parts.flatMap(({ label, target: { why } }) =>
    why === undefined || why === common ? [] : isWhole ? [why] : [`${label}${words.colon} ${why}`],
  )
  const { body, note, line, noteLine, tickLine, columns } = look
  const width = columns.address - CELL_PADDING
  const said =
    linesOf(
      [
        { text: `${address} `, size: body, bold: true },
        { text: details, size: note },
      ],
      width,
    ) *
      line +
    whys.reduce((sum, why) => sum + linesOf([{ text: why, size: note }], width) * noteLine, 0)
  const span = isWhole ? '' : ` rowspan="${parts.length}"`
  let ticked = 0
  const rows = parts.map(({ label, target }, place) => {
    const ticks = ticksOf(target, { look, language, within: isWhole ? '' : whereIn(target, language) })
    ticked += ticks.lines * tickLine + ROW_PADDING
    const key = target.key === true
    const head =
      `<td${span}><b>${escapeMarkup(address)}</b>${details === '' ? '' : ` <small>${escapeMarkup(details)}</small>`}` +
      `${whys.map((why) => `<em>${escapeMarkup(why)}</em>`).join('')}</td><td class="time"${span}>${first.time}</td>`
    return (
      `<tr${key ? ' class="key"' : ''}><td class="number">${key ? '★' : ''}${label}</td>` +
      `${place === 0 ? head : ''}<td class="ticks">${ticks.html}</td></tr>`
    )
  })
  return joined([
    ...wayRow(first.way, look),
    { html: rows.join('\n'), height: Math.max(said + ROW_PADDING, ticked) },
  ])
}

/** Entrance, and doors of a floor that is shared: the floors themselves are in the boxes. */
function whereIn(target: WalkTarget, language: Language): string {
  const { part, entrance } = target
  const storeys = part && sayWithin({ part: { fromFloor: part.fromFloor, toFloor: part.toFloor } }, language)
  const said = sayWithin({ part, entrance }, language).filter((each) => !storeys?.includes(each))
  return said.join(' · ')
}

function joined(blocks: Block[]): Block {
  return {
    html: blocks.map(({ html }) => html).join('\n'),
    height: blocks.reduce((sum, { height }) => sum + height, 0),
  }
}

/** The one reason that all key buildings of the walk share: said once, below the table. Undefined: none, or several. */
export function commonWhy(walk: Walk): string | undefined {
  const reasons = new Set(walk.stops.flatMap((stop) => stop.targets.flatMap(({ why }) => why ?? [])))
  return reasons.size === 1 ? [...reasons][0] : undefined
}

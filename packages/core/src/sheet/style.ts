/** The style sheet of printed walks, and the sizes in millimetres that rows and sheets are reckoned with. */

/** `large`: 16 points and more, for who reads small print badly. */
export const PRINT_SIZES = ['normal', 'large'] as const
export type PrintSize = (typeof PRINT_SIZES)[number]

/** Letters of large print as the RNIB's Clear Print guidelines ask for: at least 16 points. */
const SCALES: Record<PrintSize, number> = { normal: 1, large: 1.6 }

export const MM_PER_POINT = 25.4 / 72
const BODY_POINTS = 10.2
const NOTE_POINTS = 8.6
/** Of the number of the walk, in any print; and of where it is. */
export const TITLE_POINTS = 19
export const PLACE_POINTS = 12

/** Everything that depends on the size of the letters, mm. */
export interface PrintLook {
  /** Of the letters, 1 is normal print. */
  scale: number
  body: number
  note: number
  /** Height of a line. */
  line: number
  noteLine: number
  tickLine: number
  /** A box for a door, with the space behind it. */
  box: number
  floor: number
  /** A floor whose name takes letters. */
  wideFloor: number
  /** Before the boxes, at least. */
  count: number
  columns: { number: number; address: number; time: number; ticks: number }
}

/** A4 less the margins, and less what other margins of a printer or browser may take, mm. */
export const SHEET = { width: 190, height: 270 } as const
/** Above and below a row together, with its border, mm. */
export const ROW_PADDING = 1.5
export const WAY_PADDING = 0.8
/** Left and right of what a cell says together, mm. */
export const CELL_PADDING = 2

export function printLook(size: PrintSize): PrintLook {
  const scale = SCALES[size]
  const columns = { number: 12.5 * scale, address: 57, time: 15.5 * scale }
  return {
    scale,
    body: BODY_POINTS * MM_PER_POINT * scale,
    note: NOTE_POINTS * MM_PER_POINT * scale,
    line: 4.4 * scale,
    noteLine: 3.8 * scale,
    tickLine: 5.2 * scale,
    box: 5.2 * scale,
    floor: 5 * scale,
    wideFloor: 8.4 * scale,
    count: 9 * scale,
    columns: {
      ...columns,
      ticks: SHEET.width - columns.number - columns.address - columns.time,
    },
  }
}

/** Nothing that must be read rests on a background: browsers print none. */
export function printStyle({ scale, line, noteLine, tickLine, columns }: PrintLook): string {
  const mm = (value: number): string => `${Math.round(value * 100) / 100}mm`
  const scaled = (value: number): string => mm(value * scale)
  const points = (value: number): string => `${Math.round(value * scale * 100) / 100}pt`
  const [body, note] = [points(BODY_POINTS), points(NOTE_POINTS)]
  return `
@page { size: A4 portrait; margin: 9mm 10mm }
* { box-sizing: border-box }
html { color-scheme: only light; background: #fff; color: #000 }
body { margin: 0; font: ${body}/${mm(line)} 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif }
.sheet { display: flex; flex-direction: column; width: ${mm(SHEET.width)}; height: ${mm(SHEET.height)}; margin: 0 auto; overflow-wrap: anywhere; break-after: page }
.walk:last-child .sheet:last-child { break-after: auto }
.sheet > * { flex: none }
header { display: flex; gap: 4mm; margin-bottom: 2mm }
header .title { flex: 1; min-width: 0 }
h1 { margin: 0 0 1mm; font-size: ${TITLE_POINTS}pt; line-height: 8mm }
h1 small { line-height: 1 }
.place { font-size: ${points(PLACE_POINTS)}; line-height: 1 }
p.place { font-weight: 700; line-height: ${mm(line)}; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
header p { margin: 0 }
header dl { margin: 0; width: 50mm; font-size: ${note} }
header dl div { display: flex; align-items: flex-end; gap: 1.5mm; height: ${scaled(5.6)} }
header dt { white-space: nowrap }
header dd { margin: 0; flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; border-bottom: .2mm solid #000; line-height: ${scaled(5)}; height: ${scaled(5.2)} }
svg { display: block; flex: none }
svg text { font-family: 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif }
.sheet > .map { flex: 0 1 auto; min-height: 0; margin: 0 0 2mm }
.again { margin: 0 0 2mm; line-height: ${scaled(5)}; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
col.number { width: ${mm(columns.number)} } col.address { width: ${mm(columns.address)} } col.time { width: ${mm(columns.time)} }
th { font-size: ${note}; text-align: left; padding: 0 1mm; border-bottom: .4mm solid #000; white-space: nowrap; line-height: ${scaled(5)} }
td { padding: .6mm 1mm; vertical-align: top; border-bottom: .15mm solid #888 }
tr { break-inside: avoid }
td.number { font-weight: 700; text-align: right; white-space: nowrap; padding: .6mm .8mm }
td.time { white-space: nowrap }
td small, td em { font-size: ${note} }
td small { line-height: 1 }
td em { display: block; line-height: ${mm(noteLine)} }
td.ticks { line-height: ${mm(tickLine)} }
tr.key td.number { border: .7mm solid #000 }
tr.way td { font-size: ${note}; line-height: ${mm(noteLine)}; padding: .3mm 1mm; border-bottom: 0 }
.box, .floor { display: inline-block; width: ${scaled(4.6)}; height: ${scaled(4.6)}; margin: 0 ${scaled(0.6)} ${scaled(0.6)} 0; border: .25mm solid #000; vertical-align: top }
.floor { width: ${scaled(4.6)}; margin-right: ${scaled(0.4)}; border-color: #777; border-radius: 1mm; font-size: ${note}; line-height: ${scaled(4.1)}; text-align: center; white-space: nowrap }
.floor.wide { width: ${scaled(8)} }
.house { white-space: nowrap; margin-right: ${scaled(1.2)} }
.count { display: inline-block; min-width: ${scaled(8.6)}; margin-right: ${scaled(0.4)}; vertical-align: top }
.floor + .count { padding-left: ${scaled(1)}; min-width: ${scaled(9.6)} }
h2 { margin: 0; padding-top: 2mm; font-size: ${body}; line-height: ${mm(line)} }
footer { margin-top: auto; padding-top: 1.5mm; font-size: ${note}; line-height: ${mm(noteLine)} }
footer p { margin: 0 }
@media screen { body { padding: 6mm } .sheet { height: auto; min-height: ${mm(SHEET.height)}; margin-bottom: 8mm; padding-bottom: 8mm; border-bottom: 1px dashed #999 } }
`
}

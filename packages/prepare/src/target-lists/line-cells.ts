/** The cells of one line by field: read, put right where that is plain, or refused. */
import { personalIn, withoutPersonal } from '@doorwalk/core/request/contacts'
import { strangeIn } from '@doorwalk/core/request/text'
import type { Saying, Told } from '../list-words/say.ts'
import { cellText, type SheetCell, type SheetRow } from '../sheets/sheet.ts'
import { isNothing, type Said } from './cell-values.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import { isPersonName } from './personal.ts'
import { came, NAMELESS } from './shown-cells.ts'
import type { ListLine } from './target-list.ts'

/** Thrown by a field, caught by its line. */
export class Refused extends Error {
  readonly field: string
  readonly came: Told
  readonly expected: Saying

  constructor(field: string, came: Told, expected: Saying) {
    super(expected.code)
    this.field = field
    this.came = came
    this.expected = expected
  }
}

/** Cells of a line by field; what is put right is told. */
export class Cells {
  private readonly row: SheetRow
  private readonly at: ReadonlyMap<ListField, number>
  private readonly repairs: ListLine['repairs']

  constructor(
    row: SheetRow,
    { at, repairs }: { at: ReadonlyMap<ListField, number>; repairs: ListLine['repairs'] },
  ) {
    this.row = row
    this.at = at
    this.repairs = repairs
  }

  given(field: ListField): SheetCell {
    const at = this.at.get(field)
    const cell = at === undefined ? undefined : this.row.cells[at]
    return typeof cell === 'string' && isNothing(cellText(cell)) ? undefined : cell
  }

  /** Empty where nothing is said. E-mail addresses and phone numbers in it are left out. */
  text(field: ListField): string {
    const text = cellText(this.given(field))
    if (NAMELESS.has(field) && text.includes(' ') && isPersonName(text)) {
      this.repaired({ field, came: { code: 'name' }, became: { code: 'nothing' } })
      return ''
    }
    const kind = text === '' ? undefined : personalIn(text)
    if (kind === undefined) {
      if (strangeIn(text) !== undefined)
        throw new Refused(field, { code: 'controlText' }, { code: 'plainText' })
      return text
    }
    this.repaired({ field, came: { code: 'textWith', kind }, became: { code: 'textWithout' } })
    return withoutPersonal(text)
  }

  take<Value>(field: ListField, read: (text: string) => Said<Value>, keep: (value: Value) => void): void {
    const text = cellText(this.given(field))
    if (text === '') return
    const said = read(text)
    if ('expected' in said) throw new Refused(field, came(text), said.expected)
    if (said.isRepaired) this.repaired({ field, came: came(text), became: String(said.value) })
    keep(said.value)
  }

  repaired({ field, came: before, became }: { field: string; came: Told; became: Told }): void {
    this.repairs.push({ line: this.row.line, field, came: before, became })
  }
}

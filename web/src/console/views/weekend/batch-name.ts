/** What a weekend and its shifts are called. */
import type { Batch, Schemas } from '@doorwalk/client'
import { sayNumber, saySpan } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'

/** Its own name, else the day of its first shift. */
export function nameOfBatch({ label, shifts, createdAt }: Batch): string {
  if (label !== '') return label
  const w = weekendWords()
  return w.unnamed(saySpan(shifts[0]?.startAt ?? createdAt).day)
}

/** "Sat 14 March, 10:00–12:00", or its own name. */
export function nameOfShift({ label, number, startAt, endAt }: Schemas['BatchShift']): string {
  if (label !== '') return label
  const { day, hours } = saySpan(startAt, endAt)
  return day === '' ? weekendWords().shift(sayNumber(number)) : `${day}, ${hours}`
}

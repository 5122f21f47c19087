/** Columns of polling stations as a person reads them. */
import { expect, it } from 'vitest'
import { sayField, sayFieldValue } from '../../../web/src/console/words/fields.ts'

it('tells a column of polling stations with its unit: shares in hundredths, their change in points', () => {
  expect(sayFieldValue('taux_abstention', 37.74)).toBe('37.7%')
  expect(sayFieldValue('delta_abstention', -14.42)).toBe('−14.4 points')
  expect(sayFieldValue('delta_abstention', 3)).toBe('+3 points')
  expect(sayFieldValue('inscrits', 1688)).toBe('1,688')
  expect(sayFieldValue('inscrits', null)).toBe('')
  expect(sayField('delta_abstention')).toBe('change of abstention')
})

/** Results of polling stations as people type and paste them. */
import { describe, expect, it } from 'vitest'
import { readResults } from '../../../web/src/console/model/results.ts'

const CODES = ['0924', '0925', '1029']

describe('results that are typed', () => {
  it('are read by counts, from a spreadsheet or by hand', () => {
    const expected = [
      { precinct: '0925', votes: 412, registered: 1000 },
      { precinct: '1029', votes: 391, registered: 1104 },
    ]
    for (const text of [
      'bureau\tvoix\tinscrits\n0925\t412\t1 000\r\n1029\t391\t1 104\n\n',
      '925; 412; 1000\n1029; 391; 1104;\n0924; ',
      '925,412,1000\n1029,391,1104',
      '925 412 1000\n1029 391 1104',
    ]) {
      expect(readResults(text, CODES)).toEqual({ results: expected, faults: [], areFractions: false })
    }
  })

  it('are read by share, with a comma for decimals', () => {
    for (const text of ['0925; 41,2 %\n1029; 39.5', '925 41,2 %\n1029 39.5']) {
      expect(readResults(text, CODES).results).toEqual([
        { precinct: '0925', share: 41.2 },
        { precinct: '1029', share: 39.5 },
      ])
    }
    expect(readResults('925; 0,412', CODES).areFractions).toBe(true)
  })

  it('are refused line by line, with the reason', () => {
    const faultOf = (text: string) => readResults(text, CODES).faults
    expect(faultOf('925; 412; 1000\n\n9999; 1; 2')).toEqual([
      { line: 3, text: '9999; 1; 2', fault: 'unknown' },
    ])
    const faults = {
      '925; 5; 4': 'votes',
      '925; 101': 'share',
      '925; many; 1': 'figure',
      '925; ; 1000': 'figure',
      '925; 1; 2; 3': 'cells',
      '925; -1; 10': 'figure',
      '924; 1; 2\n0924; 1; 2': 'twice',
      '924; 1; 2\n925; 40': 'mixed',
    }
    for (const [text, fault] of Object.entries(faults)) expect(faultOf(text)).toMatchObject([{ fault }])
  })
})

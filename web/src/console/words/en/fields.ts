/** Numbers of polling stations by the words that their columns are made of, in English. */
import { someEn } from '../../../words/count.ts'

export const en = {
  /** The whole name of a column. */
  known: {
    inscrits: 'registered voters',
    abstentions: 'abstentions',
    taux_abstention: 'abstention',
    taux_participation: 'turnout',
    revenu_median: 'median income',
    n_hlm: 'social housing',
    hlm_density: 'social housing per km²',
    taux_abstention_2020: 'abstention in 2020',
    delta_abstention: 'change of abstention',
  } as Readonly<Record<string, string>>,
  /** `pct_…`: a share of the votes. */
  points: (n: string) => someEn(n.replace('-', '−'), 'point'),
  share: (of: string) => `votes for ${of}`,
}

export type FieldsWords = typeof en

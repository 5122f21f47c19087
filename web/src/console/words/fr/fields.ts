/** Numbers of polling stations by the words that their columns are made of, in French. */
import type { FieldsWords } from '../en/fields.ts'
import { someFr } from '../../../words/count.ts'

export const fr: FieldsWords = {
  known: {
    inscrits: 'inscrits',
    abstentions: 'nombre d’abstentions',
    taux_abstention: 'abstention',
    taux_participation: 'participation',
    revenu_median: 'revenu médian',
    n_hlm: 'logements sociaux',
    hlm_density: 'logements sociaux par km²',
    taux_abstention_2020: 'abstention en 2020',
    delta_abstention: 'évolution de l’abstention',
  },
  points: (n) => someFr(n.replace('-', '−'), 'point'),
  share: (of) => `vote ${of}`,
}

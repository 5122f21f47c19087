/** By what nobody is ranked, in French and English: whole words, in any spelling, and nothing else. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REFUSED_SUBJECTS, refusedSubject, refuseField } from '@doorwalk/core/ranking/refused-fields'

describe('refused fields', () => {
  it.each([
    ['part_etrangers', 'origin'],
    ['Taux d’immigrés', 'origin'],
    ['nbEtrangeres2020', 'origin'],
    ['POP_IMM', 'origin'],
    ['lieu_de_naissance', 'origin'],
    ['country_of_birth', 'origin'],
    ['ethnic_share', 'origin'],
    ['foreignBornShare', 'origin'],
    ['ETHNICITIES', 'origin'],
    ['nationalité', 'nationality'],
    ['nationalities', 'nationality'],
    ['pct_musulmans', 'religion'],
    ['n_mosques', 'religion'],
    ['churches', 'religion'],
    ['religionShare', 'religion'],
    ['score_prénom', 'first names'],
    ['first_names', 'first names'],
    ['nom_de_famille', 'first names'],
    ['date_de_naissance', 'single persons'],
    ['Voter ID', 'single persons'],
    ['e-mails', 'single persons'],
    ['id_electeur', 'single persons'],
  ])('%s tells of %s', (field, about) => {
    expect(refusedSubject(field)?.about).toBe(about)
  })

  it.each([
    ...['pct_gregoire', 'pct_dati', 'taux_abstention', 'inscrits', 'abstentions', 'revenu_median', 'n_hlm'],
    ...[
      'pct_leblanc',
      'pct_romain',
      'pct_racette',
      'pct_lejuif',
      'originalite',
      'pct_christin',
      'pct_marie_martin',
    ],
    ...[
      'men_pauv',
      'ind_snv',
      'log_soc',
      'ind_65_79',
      'mail_in_ballots',
      'bulletins_blancs_pct',
      'n_immeubles',
    ],
    ...['population', 'personnes_par_menage', 'culture_budget', 'mobile_homes', 'terraces'],
  ])('%s may be used', (field) => {
    expect(refusedSubject(field)).toBeUndefined()
  })

  it('are refused with the word and the reason', () => {
    expect(() => refuseField('pct_musulmans', '/weights/0')).toThrow(
      expect.objectContaining({
        code: 'ranking.refused_field',
        message: expect.stringMatching(
          /^\/weights\/0: got "pct_musulmans".*"musulman".*religion.*Take a field/,
        ) as string,
      }),
    )
  })

  it('stand in the documentation, all of them and no others', async () => {
    const page = await readFile(resolve(import.meta.dirname, '../../../docs/ranking.md'), 'utf8')
    for (const { about, words } of REFUSED_SUBJECTS) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${about} `))
      expect(row?.split('|')[2]?.trim().split(', ')).toEqual(words)
    }
  })

  it('finds every word of the list, also in the plural and between others', () => {
    for (const { about, words } of REFUSED_SUBJECTS)
      for (const word of words)
        for (const field of [
          word,
          `pct_${word.replaceAll(' ', '_')}`,
          `${word}s`,
          `n ${word.toUpperCase()} 2026`,
        ])
          expect([field, refusedSubject(field)?.about]).toEqual([field, about])
  })
})

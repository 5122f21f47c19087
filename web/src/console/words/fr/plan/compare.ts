/** Two plans side by side, in French. */
import type { CompareWords } from '../../en/plan/compare.ts'
import { someFr } from '../../../../words/count.ts'

export const fr: CompareWords = {
  title: 'Comparer deux plans',
  sides: { a: 'Plan A', b: 'Plan B' },
  short: { a: 'A', b: 'B' },
  made: (when) => `fait le ${when}`,
  facts: (walks, doors) => `${someFr(walks, 'tournée')} · ${someFr(doors, 'porte')}`,
  swap: 'Dans l’autre sens',
  parts: {
    left: (n) => `${n} seulement dans A`,
    came: (n) => `${n} seulement dans B`,
    moved: (n) => `${n} sur une autre tournée`,
    reordered: (n) => `${n} dans un autre ordre`,
  },
  changed: (parts) => `Adresses : ${parts}.`,
  same: (n, one) => `${n} ${one ? 'reste à sa place' : 'restent à leur place'}.`,
  identical: 'Les deux plans sont les mêmes : chaque adresse est sur la même tournée, dans le même ordre.',
  better: (what) => `Mieux dans B : ${what}.`,
  worse: (what) => `Moins bien dans B : ${what}.`,
  figuresSame: 'Portes, valeur, durée et marche sont les mêmes.',
  figuresTitle: 'Chiffres',
  figure: 'Chiffre',
  difference: 'B par rapport à A',
  figures: {
    walks: 'Tournées',
    targets: 'Adresses',
    doors: 'Portes',
    prize: 'Valeur',
    keys: 'Immeubles-clés',
    minutes: 'Durée',
    metres: 'Marche',
  },
  prizeHelp: '« Valeur » : les portes, chacune selon son importance et les chances d’entrer.',
  leftOut: (reason) => `Laissé de côté : ${reason}`,
  /** Why a plan has an address on no walk, in short. */
  reasons: {
    visited: 'visité',
    leased: 'sur la tournée d’un autre',
    hold_out: 'réservé à la mesure de l’effet',
    excluded: 'exclu',
    unreachable: 'sans chemin à pied',
    no_doors: 'sans logement connu',
    exceeds_budget_alone: 'trop long pour une tournée',
    key_not_reached: 'immeuble-clé qui ne tient pas',
    outside_area: 'hors de la zone',
    outside_region: 'hors de la région',
    not_selected: 'non retenu',
  },
  verdicts: { better: 'mieux', worse: 'moins bien', same: 'pareil', other: '' },
  groups: {
    left: (n) => `Seulement dans A (${n})`,
    came: (n) => `Seulement dans B (${n})`,
    moved: (n) => `Sur une autre tournée (${n})`,
    reordered: (n) => `Même tournée, autre ordre (${n})`,
  },
  numbers:
    'Chaque plan numérote ses tournées à nouveau : « Tournée par tournée », plus bas, dit laquelle est laquelle.',
  address: 'Adresse',
  place: (walk, place) => `tournée ${walk}, place ${place}`,
  walk: (walk) => `tournée ${walk}`,
  out: (reason) => `sur aucune tournée (${reason})`,
  unknown: 'hors de sa zone',
  where: (a, b) => `Dans A : ${a}. Dans B : ${b}.`,
  walksTitle: 'Tournée par tournée',
  walksMost: (n) => `${someFr(n, 'tournée')}, où le plus change.`,
  walksSame: (n, one) =>
    one ? '1 tournée est la même dans les deux.' : `${n} tournées sont les mêmes dans les deux.`,
  walkIn: { a: 'Tournée dans A', b: 'Tournée dans B' },
  noWalk: 'aucune',
  stayed: 'Adresses communes',
  of: (stayed, a, b) => `${stayed} sur ${a} et ${b}`,
  mapHelp: 'Sur la carte : × seulement dans A, + seulement dans B, ○ sur une autre tournée.',
  mapNone: 'Aucune adresse ne diffère : la carte n’a rien à montrer.',
  waiting: { a: 'Le plan A est encore en cours de calcul…', b: 'Le plan B est encore en cours de calcul…' },
  reading: 'Lecture de ce qui change…',
  refused: {
    missing: 'Il faut deux plans. Cochez-en deux dans la liste des plans.',
    twice: 'C’est deux fois le même plan. Cochez-en un autre dans la liste des plans.',
    gone: {
      a: 'Le plan A n’existe plus : il a été supprimé. Choisissez-en un autre dans la liste des plans.',
      b: 'Le plan B n’existe plus : il a été supprimé. Choisissez-en un autre dans la liste des plans.',
    },
    failed: { a: 'Le plan A n’a jamais été fait :', b: 'Le plan B n’a jamais été fait :' },
    regions: (a, b) =>
      `Le plan A est dans la région ${a}, le plan B dans ${b} : ils n’ont aucune adresse en commun, il n’y a donc rien à comparer.`,
  },
  version:
    'La carte de la région a changé entre les deux plans : des adresses viennent ou partent pour cette seule raison.',
  toList: 'Vers la liste des plans',
  tick: (plan) => `Comparer : ${plan}`,
  column: 'Comparer',
  go: 'Comparer les deux',
  ticked: (n) =>
    n === 1
      ? 'Cochez un deuxième plan pour les comparer.'
      : 'On ne compare que deux plans : n’en laissez que deux cochés.',
  twoRegions: 'Ces deux plans sont dans des régions différentes : il n’y a rien à comparer.',
  withBefore: 'Comparer au plan d’avant',
  withFirst: 'Comparer au plan d’avant tous les changements',
  withNewer: 'Comparer les deux',
}

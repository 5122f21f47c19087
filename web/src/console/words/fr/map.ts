/** What the map of a plan says in French. */
import type { MapWordsHere } from '../en/map.ts'

export const fr: MapWordsHere = {
  name: 'Carte des rues et des immeubles',
  keys: 'Flèches pour déplacer, + et − pour zoomer, N et P d’une adresse à l’autre, Page précédente et suivante d’une tournée à l’autre, M pour prendre une adresse et la mettre ailleurs, Entrée pour choisir, Échap pour quitter',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  walk: (n) => `Tournée ${n}`,
  spot: 'Tout ce qui est ici',
  stop: (walk, label) => `Tournée ${walk}, étape ${label}`,
  doors: (n, one) => `${n} porte${one ? '' : 's'}`,
  key: 'immeuble-clé',
  reserve: 'en réserve, ou pas planifié',
  noAddress: 'sans adresse',
  taken: 'Pris : choisissez la tournée où le mettre.',
  dropOn: (n) => `Mettre sur la tournée ${n}`,
  dropNowhere: 'Pas ici : posez-le sur une tournée',
  kept: 'Il reste où il était.',
  loading: 'Chargement de la carte…',
  tooFar: 'Agrandir pour voir les rues et les immeubles.',
  start: 'Départ',
}

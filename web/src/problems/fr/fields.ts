/** What is wrong with the value of a field, in French. */
import { figureIn } from '../figure.ts'
import type { FieldSentences } from '../sentence.ts'

const figure = figureIn('fr')

export const fields: FieldSentences = {
  atMost: (most, came) =>
    came === '' ? `Au plus ${figure(most)}.` : `${figure(came)}, c’est trop : au plus ${figure(most)}.`,
  atLeast: (least, came) =>
    came === ''
      ? `Au moins ${figure(least)}.`
      : `${figure(came)}, c’est trop peu : au moins ${figure(least)}.`,
  fewEntries: (least) => `Il en faut au moins ${figure(least)}.`,
  manyEntries: (most) => `Il en faut au plus ${figure(most)}.`,
  tooLong: (most) => `Au plus ${figure(most)} caractères.`,
  required: 'À remplir.',
  moment: (came) => `${quoted(came)}Une date et une heure, entre 2000 et 2099.`,
  day: (came) => `${quoted(came)}Un jour, tel que 14/03/2026.`,
  time: (came) => `${quoted(came)}Une heure, telle que 20:30.`,
  number: (came) => `${quoted(came)}Un nombre.`,
  whole: (came) => `${quoted(came)}Un nombre entier.`,
  text: 'Un texte.',
  yesOrNo: 'Oui ou non.',
  choice: (came) => `${quoted(came)}Choisissez dans la liste.`,
  place: 'Un point de la carte.',
  zone: (came) => `${quoted(came)}Un fuseau horaire, tel que Europe/Paris.`,
  control: 'Un caractère invisible s’y trouve. Retapez ce texte.',
  past: 'Ce moment est passé. Choisissez-en un à venir.',
  afterBallot: 'Ce serait après le dernier scrutin. Choisissez un moment plus tôt.',
  farAhead: (days) => `C’est dans plus de ${days} jours. Choisissez un moment plus tôt.`,
  unknown: 'Ce champ n’est pas connu du serveur. Rechargez la page.',
  counts: 'Ces comptes se contredisent : ouvertes, refusées et retirées font au plus les portes frappées.',
  other: (came) => `${quoted(came)}Cette valeur n’est pas acceptée. Corrigez-la, puis réessayez.`,
}

function quoted(came: string): string {
  return came === '' ? '' : `« ${came} » : `
}

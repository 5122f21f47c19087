/** The view of hold-outs in French. */
import type { HoldoutsWords } from '../en/holdouts.ts'
import { someFr } from '../../../words/count.ts'

export const fr: HoldoutsWords = {
  title: 'Mesure de l’effet : que fait le porte-à-porte ?',
  help: 'Le sort désigne des bureaux de vote où personne n’est envoyé. Après le vote, leurs résultats sont comparés à ceux de leurs semblables : la différence est l’effet du porte-à-porte.',
  none: 'Rien n’est mis à part dans cette région. Tirez au sort avant la première tournée : ce qui a déjà été fait ne se compare plus.',
  noPrecincts: 'Cette région n’a pas de bureaux de vote, et les résultats se disent par bureau.',
  list: 'Tirages de cette région',
  drawnOn: 'Tiré le',
  by: 'Semblables par',
  blocks: 'Îlots',
  heldOut: 'Mis à part',
  ofUnits: (drawn, units) => `${drawn} sur ${units}`,
  state: 'État',
  sealed: 'scellé',
  unsealed: (when) => `ouvert depuis le ${when}`,
  open: 'Regarder',
  openOf: (when) => `Regarder le tirage du ${when}`,
  remove: 'Supprimer',
  removeOf: (when) => `Supprimer le tirage du ${when}`,
  removeHelp: 'Ses bureaux de vote sont de nouveau distribués, et il ne permet plus de rien mesurer.',
  drawOf: (when) => `le tirage du ${when}`,
  draw: {
    title: 'Tirer au sort',
    help: 'Les bureaux de vote les plus semblables forment un groupe ; le sort en met un de chaque à part.',
    by: 'Semblables par',
    fields: 'Chiffres des bureaux de vote',
    rankings: 'Classements enregistrés',
    choose: 'choisir',
    share: 'Mis à part',
    ofEach: (n) => `un sur ${n}`,
    effect: (out, all) =>
      `Sans aucune tournée : environ ${someFr(out, 'bureau de vote', 'bureaux de vote')} sur ${all}.`,
    askTitle: 'Mettre des bureaux de vote à part ?',
    askHelp:
      'Les tournées déjà données y vont encore. Aucun plan suivant n’y va, tant que le tirage n’est pas supprimé.',
    go: 'Tirer maintenant',
    done: 'Tiré au sort.',
    faults: {
      by: 'Choisissez ce qui rend des bureaux de vote semblables.',
      size: 'Si peu de bureaux ne se partagent pas ainsi. Mettez-en à part un sur moins.',
      field: 'Les bureaux de vote n’ont pas ce chiffre. Choisissez-en un autre.',
    },
  },
  proof: {
    title: 'La preuve que le sort a décidé',
    help: 'Publiez cette empreinte maintenant : après le vote, chacun peut vérifier que le tirage n’a pas changé.',
    hash: 'Empreinte (SHA-256)',
    seed: 'Le nombre qui a servi au tirage',
    unsealedHelp: 'L’empreinte de ce nombre est celle ci-dessus.',
    unseal: 'Ouvrir le tirage',
    unsealHelp:
      'Dit quels bureaux de vote étaient mis à part. À ouvrir après le vote : qui le sait avant peut en tenir compte. Ils restent sans tournée.',
    unsealedNow: 'Le tirage est ouvert.',
    wait: 'Après le vote, ouvrez le tirage ; les résultats se saisissent alors ici.',
  },
  members: {
    title: 'Qui était mis à part',
    station: 'Bureau de vote',
    group: 'Groupe',
    was: 'Mis à part',
    yes: 'oui',
    no: 'non',
  },
  results: {
    title: 'Résultats',
    label: 'Résultats, un bureau de vote par ligne',
    help: 'Numéro du bureau, voix, inscrits : « 925; 412; 1000 ». Ou numéro et part : « 925; 41,2 % ». Collez depuis un tableur.',
    fill: 'Y écrire les bureaux du tirage',
    last: 'La même part au vote précédent',
    lastNone: 'non donnée',
    go: 'Évaluer',
    kept: 'Ce navigateur garde ce qui est saisi ; le serveur, non.',
    faults: {
      none: 'Saisissez ou collez au moins un résultat.',
      line: (line, text) => `Ligne ${line}, « ${text} » :`,
      cells: 'un numéro et une part, ou un numéro, des voix et des inscrits.',
      figure: 'un chiffre manque ou ne se lit pas.',
      votes: 'plus de voix que d’inscrits.',
      share: 'une part est entre 0 et 100 %.',
      twice: 'ce bureau de vote y est deux fois.',
      unknown: 'il n’y a pas de tel bureau de vote dans cette région.',
      mixed: 'certaines lignes ont des voix et d’autres des parts ; donnez-les toutes pareil.',
      few: 'Trop peu de groupes ont un résultat des deux côtés pour dire quelque chose. Ajoutez les bureaux qui manquent.',
      blocks: 'Ce tirage porte sur des îlots, et les résultats se disent par bureau de vote.',
    },
  },
  found: {
    title: 'Ce que le porte-à-porte a fait',
    higher: (points, low, high) =>
      `Là où des tournées étaient prévues, la part est plus haute que là où personne n’a été envoyé : de ${someFr(points, 'point')}. Avec 95 % de certitude, c’est entre ${low} et ${high}.`,
    lower: (points, low, high) =>
      `Là où des tournées étaient prévues, la part est plus basse que là où personne n’a été envoyé : de ${someFr(points, 'point')}. Avec 95 % de certitude, c’est entre ${low} et ${high}.`,
    unclear: (points, low, high) =>
      `Aucune différence ne se distingue du hasard : ${someFr(points, 'point')}, et avec 95 % de certitude entre ${low} et ${high}.`,
    smallest: (points) =>
      `Un effet de moins de ${someFr(points, 'point')} serait le plus souvent passé inaperçu.`,
    warning: (canvassed, heldOut) =>
      `Ne comparez pas avant et après : les bureaux visités ont bougé de ${someFr(canvassed, 'point')} depuis le dernier vote, et ceux où personne n’a été envoyé de ${heldOut} d’eux-mêmes.`,
    warningPlain:
      'Ne comparez pas avant et après : les bureaux où personne n’a été envoyé bougent aussi d’un vote à l’autre, et seul le tirage dit de combien.',
    asPlanned:
      'Un bureau compte comme visité s’il pouvait l’être, que quelqu’un y soit allé ou non : l’effet à une porte où l’on a frappé est plus grand.',
    check: (points) =>
      `Un second calcul, par le vote précédent, tombe en dehors (${someFr(points, 'point')}) : cherchez des résultats faux ou manquants avant de vous fier à l’un ou à l’autre.`,
    lost: (lost, all) =>
      `Faute de résultats, ${someFr(lost, 'groupe ne dit', 'groupes ne disent')} rien, sur ${all}.`,
    missing: (codes) => `Sans résultat : ${codes}.`,
    unused: (codes) => `Hors du tirage, et pas comptés : ${codes}.`,
    fractions: 'Aucune part ne dépasse 1 : elles ont été lues comme des fractions de 1.',
    rests: (stations, groups) =>
      `Cela repose sur ${someFr(stations, 'bureau de vote', 'bureaux de vote')} en ${someFr(groups, 'groupe')}.`,
  },
}

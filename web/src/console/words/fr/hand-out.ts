/** Handing out, roll-call and paper in French. */
import type { HandOutWords } from '../en/hand-out.ts'
import { someFr } from '../../../words/count.ts'

export const fr: HandOutWords = {
  tabsName: 'Ce plan',
  tabs: {
    plan: 'Plan',
    'hand-out': 'Donner',
    'roll-call': 'Appel',
    paper: 'Feuilles revenues',
    live: 'En direct',
  },
  walk: (number) => `Tournée ${number}`,
  walks: 'Les tournées et qui les a',
  lines: 'Lignes de la feuille',
  findPerson: 'Chercher une personne ou une tournée',
  find: 'Chercher : nom, numéro, état',
  findLink: 'Chercher une personne, un créneau ou une zone',
  who: 'Qui',
  state: 'État',
  doors: 'Portes',
  time: 'Durée',
  takeAlong: 'À emporter',
  states: {
    draft: 'pas encore donnée',
    leased: 'donnée',
    started: 'en route',
    finished: 'terminée',
    released: 'rendue',
    expired: 'passée',
  },
  print: 'Imprimer',
  printOf: (who) => `Imprimer la tournée de ${who}`,
  printAll: 'Imprimer toutes les tournées',
  saveAll: 'Tableau (CSV)',
  give: 'Donner toutes les tournées',
  giveHelp:
    'Les adresses sont alors gardées pour ces équipes, et chaque tournée peut avoir un lien pour un téléphone.',
  given: 'Données : ces adresses sont à ces équipes.',
  links: 'Liens',
  linksHelp:
    'Un lien ouvre une tournée sur un téléphone. Qui l’a peut la faire : envoyez chacun à une seule personne.',
  linksLocal:
    'Ces liens ne s’ouvrent que sur cet ordinateur : un téléphone ne l’atteint pas par cette adresse. Démarrez le serveur avec --host 0.0.0.0 et --base-url https://… (docs/volunteer.md, HTTPS), ouvrez la console à cette adresse, puis créez les liens.',
  linksThere: (walks, of, isOne) =>
    isOne ? 'La tournée a un lien.' : `${walks} tournées sur ${of} ont des liens.`,
  linksLife: (since, until) => `Créés depuis le ${since}, ils ouvrent jusqu’au ${until}.`,
  linksElsewhere:
    'Les adresses ne s’affichent que dans l’onglet qui les a créées, ou sur papier. Elles marchent toujours ; de nouveaux liens s’y ajoutent.',
  replaceLinks: 'Les nouveaux liens mettent fin aux anciens, codes des feuilles imprimées compris',
  makeNewLinks: 'Créer de nouveaux liens',
  makeLinks: 'Créer tous les liens',
  makingLinks: (done, of) => `Liens créés : ${done} sur ${of}.`,
  printLinks: 'Imprimer la feuille de codes',
  codeOf: (of) => `Code à scanner : ${of}`,
  linkOf: (of) => `Lien : ${of}`,
  copyMessage: 'Copier un message',
  copyFor: (who) => `Copier un message pour ${who}`,
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne laisse pas copier : sélectionnez le lien et copiez-le.',
  message: (name, lines) =>
    [
      name === '' ? 'Bonjour, voici votre tournée :' : `Bonjour ${name}, voici votre tournée :`,
      ...lines,
    ].join('\n'),
  invitations: 'Invitations',
  invitationsHelp:
    'Un code pour un point de rendez-vous : qui le scanne reçoit une tournée toute proche, jusqu’à la dernière.',
  invitationLabel: 'Son nom',
  invitationLabelHelp: 'Lu par qui l’ouvre ; pas de noms de personnes.',
  most: 'Tournées, au plus',
  minutes: 'Minutes chacune',
  until: 'Données jusqu’à',
  invite: 'Créer l’invitation',
  invited: (label) => `Invitation : ${label}`,
  noMeeting: 'Ce plan n’a pas de point de rendez-vous commun : personne ne peut y être invité.',
  taken: (taken, most) => `${someFr(taken, 'tournée donnée', 'tournées données')} sur ${most}`,
  invitationStates: { open: 'ouverte', full: 'toutes données', over: 'passée', closed: 'fermée' },
  closeInvitation: 'Fermer',
  closeOf: (label) => `Fermer l’invitation ${label}`,
  closed: 'Plus personne ne reçoit de tournée par elle.',
  closeHelp: 'Qui scanne son code ne recevra plus de tournée. Les tournées données continuent.',
  unnamed: 'sans nom',
  noInvitations: 'Il n’y en a pas encore.',
  times: 'Choisissez un moment à venir.',
  rollCall: 'Qui est là ?',
  here: 'là',
  late: 'en retard',
  gone: 'absent',
  lateMinutes: 'Minutes de retard',
  lateOf: (who) => `Minutes de retard : ${who}`,
  presenceOf: (who) => `${who} est là ?`,
  allHere: 'Tout le monde est là',
  allHereDone: 'Tout le monde est marqué là.',
  newcomers: 'Nouvelles personnes',
  newcomersHelp:
    'Elles reprennent ce que laissent les absents, si ce n’est pas plus long que leur temps, part d’où elles partent et n’a pas d’escaliers qu’elles évitent ; sinon elles ont leurs propres tournées, tant qu’il reste à faire.',
  isOnList: (name) =>
    `${name} est dans la liste ci-dessus : cochez « là » à cette ligne, ou écrivez autrement le nom d’un homonyme.`,
  walkless: (who) =>
    `Sans tournée dans ce plan : ${who}. Ce qu’il reste à faire est sur les tournées ci-dessous.`,
  teams: (count) => (count === 1 ? '1 équipe' : `${count} équipes`),
  walklessWays:
    'Qui vient quand même se coche à l’appel et reçoit ce que d’autres laissent ; ou planifiez une zone de plus.',
  noWalkYet: 'pas encore de tournée',
  idleHelp:
    'Qui n’a pas encore de tournée n’est pas attendu : cochez « là » pour qui est venu quand même ; on lui donne ce que d’autres laissent.',
  idleUnknown: (count) =>
    `${count} de plus n’ont pas de tournée, et ce navigateur ne connaît pas leurs noms : écrivez-les parmi les nouveaux, ou lisez le fichier de qui a les noms.`,
  keep: 'Les tournées des présents',
  keepWalks: 'ne changent pas (déjà imprimées)',
  keepLeast: 'changent le moins possible',
  replan: 'Replanifier pour les présents',
  replanning: 'Nouveau calcul…',
  counted: (here, late, gone) => `${here} là, ${late} en retard, ${someFr(gone, 'absent')}.`,
  nobodyHere:
    'Personne n’est là : marquez au moins une personne comme là ou en retard, ou ajoutez quelqu’un.',
  printChanged: (walks, isOne) => `Imprimer ce qui a changé (${isOne ? 'tournée' : 'tournées'} ${walks})`,
  changedLinks: 'Liens de ce qui a changé',
  takeBack: (walks, isOne) =>
    isOne
      ? `Reprenez la feuille de la tournée ${walks} : plus personne ne la fait.`
      : `Reprenez les feuilles des tournées ${walks} : plus personne ne les fait.`,
  changes: 'Ce qui a changé',
  changed: {
    unchanged: 'comme avant',
    changed: 'autres adresses',
    handed_over: 'reprise',
    new: 'nouvelle tournée',
    finished: 'terminée avant',
    cancelled: 'rendue',
  },
  before: (who) => `avant : ${who}`,
  nobody: 'personne',
  takeOver: 'Reprendre mon appel dans le plan plus récent',
  takenOver:
    'Quelqu’un d’autre a replanifié entre-temps : votre appel est repris dans son plan. Relisez, puis replanifiez.',
  replaced: 'Ce plan a été refait.',
  toNewest: 'Ouvrir le plus récent',
  namesFile: {
    title: 'Les noms sur un autre appareil',
    help: 'Les noms ne sont que sur cet appareil. Un fichier les porte à un ou une collègue, qui voit alors ici qui marche où ; il ne va jamais au serveur.',
    personal: (until) =>
      `Il contient des données personnelles : ne le donnez qu’à qui organise ces tournées, sur une clé ou dans un message que personne d’autre ne lit, et supprimez-le ${until === null ? 'avec le plan, au plus tard après le dernier scrutin' : `avec le plan, au plus tard le ${until}`}. Un navigateur efface les noms avec le plan que l’on y supprime, et une semaine après le dernier scrutin.`,
    notice: (until) =>
      `Données personnelles : noms de bénévoles, pour les seuls organisateurs de ces tournées. Ne pas transmettre. À supprimer avec le plan${until === null ? ', au plus tard après le dernier scrutin' : `, au plus tard le ${until}`}.`,
    take: (count) => `Emporter les noms (fichier, ${count})`,
    none: 'Aucun nom n’est connu ici pour ces tournées : lisez le fichier de qui les a.',
    read: 'Lire un fichier de noms',
    file: 'noms',
    taken: (added, known) => `Nouveaux ici : ${added}. Déjà connus : ${known}.`,
    namesakes: (names) => `Deux fois ici désormais, comme deux personnes : ${names}.`,
    conflict: (mine, theirs) => `S’appelle « ${mine} » ici, « ${theirs} » dans le fichier.`,
    choose: (name) => `Prendre « ${name} »`,
    chosen: (name) => `S’appelle « ${name} ».`,
    faults: {
      no_json: (_field, came) =>
        `Ce n’est pas un fichier de noms : il commence par « ${came} ». Choisissez le fichier qu’« Emporter les noms » a enregistré.`,
      other_file: (_field, came) =>
        `C’est un autre fichier : « doorwalk » doit être "names", et c’est ${came}. Choisissez le fichier qu’« Emporter les noms » a enregistré.`,
      version: (_field, came) =>
        `Le fichier est de la version ${came}, et cette console lit la version 1 : faites-le enregistrer à nouveau par une console de la même version.`,
      unknown_field: (field, came) =>
        `Le fichier a un champ « ${field} » (${came}) qu’aucun fichier de noms n’a. Il a été changé : faites-le enregistrer à nouveau.`,
      field: (field, came) =>
        `« ${field} » du fichier est ${came}, ce qui ne se peut pas. Il a été changé ou coupé : faites-le enregistrer à nouveau.`,
      over: (_field, came) =>
        `Le fichier devait être supprimé au plus tard le ${came} : le dernier scrutin est passé. Supprimez-le.`,
    },
    nothing: 'Rien n’a été repris.',
  },
  paper: 'Une feuille est revenue',
  paperHelp:
    'Choisissez la tournée imprimée en haut de la feuille, puis tapez ses nombres de gauche à droite : Entrée passe au champ suivant, x marque une porte fermée. Laissez vide ce qui est vide. Une feuille tapée deux fois compte une fois ; d’autres nombres la corrigent.',
  stop: 'Étape',
  columns: {
    knocked: 'frappées',
    opened: 'ouvertes',
    refused: 'refus',
    revisit: '↻ à revoir',
    optedOut: 'X ne plus passer',
    noAccess: 'porte fermée',
  },
  cell: (stop, column) => `${stop} : ${column}`,
  save: 'Enregistrer la feuille',
  isBack: 'C’est toute la feuille : la tournée est terminée',
  walkOver: 'La tournée est terminée.',
  nothing: 'Rien n’est rempli : tapez au moins un nombre de la feuille.',
  saved: (taken, isOne) => (isOne ? `${taken} ligne est enregistrée.` : `${taken} lignes sont enregistrées.`),
  corrected: (n, isOne) => (isOne ? `${n} ligne est corrigée.` : `${n} lignes sont corrigées.`),
  known: (known, isOne) =>
    `${isOne ? `${known} était déjà connue` : `${known} étaient déjà connues`} ; pour un lieu de moins de 11 portes, la première saisie reste.`,
  tooMuch: 'Plus que de portes frappées. Corrigez l’un des deux.',
  unlikely: (doors, isOne) =>
    `${isOne ? `${doors} porte est connue` : `${doors} portes sont connues`} ici. Corrigez, ou enregistrez encore si c’est juste.`,
  count: 'Un nombre entier jusqu’à 2 000.',
  nextSheet: 'Feuille suivante : choisissez sa tournée.',
}

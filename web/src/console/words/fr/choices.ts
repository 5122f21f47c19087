/** The parts of forms that choose where to go and who goes, in French. */
import type { ChoicesWords } from '../en/choices.ts'
import { someFr } from '../../../words/count.ts'

export const fr: ChoicesWords = {
  where: 'Où',
  region: 'Toute la région',
  precincts: 'Bureaux de vote',
  sortBy: 'Classés par',
  byNumber: 'numéro',
  precinctHelp: 'Les cocher ici, ou cliquer sur la carte.',
  draw: 'Une zone dessinée sur la carte',
  drawHelp:
    'Cliquer sur la carte, point après point. Au clavier : se placer sur la carte, la déplacer avec les flèches, Entrée pose un point à la croix.',
  drawUndo: 'Retirer le dernier point',
  drawClear: 'Effacer',
  drawCleared: 'Le dessin est effacé.',
  points: (n) => (n < 3 ? `${n} point${n > 1 ? 's' : ''} sur 3 au moins` : `${n} points`),
  counting: 'Les portes sont comptées…',
  holds: (doors, buildings, n) =>
    n === 0
      ? 'Il n’y reste rien à faire.'
      : `${someFr(doors, 'porte')} à frapper, dans ${someFr(buildings, 'immeuble')}.`,
  stationDoors: (doors) => someFr(doors, 'porte'),
  stationPart: (doors, share) => `${doors} · ${share} dans la région`,
  others: 'Autres façons',
  walk: 'Ce qu’on atteint à pied depuis un point',
  walkMinutes: 'Minutes à pied, aller',
  walkPoint: 'Cliquer sur la carte là où la marche commence ; au clavier : Entrée à la croix.',
  walkPointSet: 'Le point est posé ; un autre clic le déplace.',
  file: 'Un fichier à moi (GeoJSON, KML)',
  fileChoose: 'Fichier de la zone',
  fileHelp:
    'GeoJSON, ou KML tel que Google My Maps l’exporte. Ses polygones sont repris ; le reste du fichier ne quitte pas cet appareil.',
  fileRead: (name, polygons) => `${name} : ${polygons === 1 ? 'un polygone' : `${polygons} polygones`}.`,
  fileFaults: {
    not_json: 'Ce fichier ne se lit pas. Exportez la zone en GeoJSON ou en KML et choisissez ce fichier.',
    not_kml:
      'Ce fichier ne se lit pas comme du KML. Exportez la zone en KML ou en GeoJSON et choisissez ce fichier.',
    linked:
      'Ce KML ne contient aucune forme, seulement l’adresse de la carte. Dans Google My Maps, exportez à nouveau, sans le lien réseau qui la tient à jour.',
    not_geojson: 'Ce n’est pas un GeoJSON de formes. Exportez la zone en GeoJSON et choisissez ce fichier.',
    no_polygon:
      'Le fichier n’a que des points ou des lignes. Il faut un polygone : dessinez le contour et exportez-le.',
    not_degrees:
      'Les coordonnées ne sont pas des degrés de longitude et latitude. Exportez en WGS 84 (EPSG:4326).',
    swapped: 'La latitude est avant la longitude. GeoJSON veut la longitude d’abord : exportez à nouveau.',
    open_ring:
      'Un contour n’est pas fermé : son dernier sommet doit être le premier. Fermez-le et exportez à nouveau.',
    outside: 'La zone est hors de cette région. Choisissez un autre fichier, ou une autre région en haut.',
    too_many: 'La zone a plus de 10 000 sommets. Simplifiez son contour et exportez à nouveau.',
  },
  stored: 'Une zone enregistrée',
  storedChoose: 'Zone enregistrée',
  storedNone: 'choisir',
  storedEmpty: 'Il n’y en a pas encore : la vue « Zones » garde des zones sous un nom.',
  lacks: {
    precincts: 'Choisissez au moins un bureau de vote, dans la liste ou sur la carte.',
    corners: 'Posez au moins trois points sur la carte.',
    point: 'Posez sur la carte le point où la marche commence.',
    minutes: 'Un nombre de minutes entre 1 et 60.',
    file: 'Choisissez un fichier de la zone.',
    stored: 'Choisissez une zone enregistrée.',
    region: 'Toute la région ne se combine pas avec une autre zone : choisissez autre chose ici.',
  },
  search: 'Chercher',
  who: 'Qui',
  byNumberOfTeams: 'Un nombre d’équipes',
  byList: 'Une liste de noms',
  list: 'Noms, un par ligne',
  listHelp:
    'Collez depuis un tableur ou un message. Après un nom peuvent venir : la durée (2h, 90 min), quand elle vient (samedi matin, jusqu’à 11h30), le départ (12 rue Condorcet), « sans escalier » ; « Anna + Paul » marchent ensemble.',
  listPrivacy:
    'Noms et adresses restent dans ce navigateur. Le serveur et les liens ne voient que des identifiants inventés ; les feuilles imprimées depuis ce navigateur portent les noms.',
  listRead: (walks, people) => `Tournées : ${walks} ; personnes : ${people}.`,
  listShow: 'Comment la liste est lue',
  asOthers: 'comme les autres',
  together: (people) => `à ${people}`,
  startFound: (address, found) =>
    address.toLowerCase() === found.toLowerCase()
      ? `part près de ${found}`
      : `part près de ${found} (écrit : ${address})`,
  startUnknown: (address) => `${address} : introuvable dans cette région, part avec les autres`,
  startPoint: 'part du point donné',
  noStairs: 'sans escalier',
  leftOut: 'pas là',
  inShift: (shift, duration) => (duration === null ? `créneau ${shift}` : `créneau ${shift} (${duration})`),
  noShift: (name, text) => `${name} : aucun créneau n’est « ${text} », donc aucune tournée.`,
  notThen: (name, text) => `${name} : « ${text} » n’est pas le moment de ce plan ; n’est pas compté.`,
  comesLater: (name, at, shifts) =>
    `${name} vient à ${at}${shifts === null ? '' : ` au créneau ${shifts}`} : la tournée est plus courte d’autant, mais sa feuille commence avec les autres.`,
  isLong: (name, duration, shifts) =>
    `${name} : ${duration}, c’est plus que le créneau ${shifts} ; la tournée dure autant quand même.`,
  line: (line) => `Ligne ${line} :`,
  remarks: {
    contact: (text) => `« ${text} » sert à joindre quelqu’un ; ce n’est pas gardé.`,
    nobody: (text) => `« ${text} » ne nomme personne ; écrivez d’abord un nom.`,
    minutes: (text) => `${text} : une tournée dure de 10 à 600 minutes ; compté comme les autres.`,
    clock: (text) =>
      `« ${text} » est une heure, pas une durée, et n’est pas repris : écrivez « à partir de ${text} » ou « jusqu’à ${text} ».`,
    unused: (text) =>
      `« ${text} » n’est pas compris et n’est pas repris. Connus : durée, jours, départ, « sans escalier ».`,
    twice: (text) => `${text} y est deux fois ; les deux marchent.`,
    many: (text) => `${text} : six marchent ensemble au plus ; compté pour six.`,
  },
  nobody: 'Entrez au moins une équipe, ou collez au moins un nom.',
  teams: 'Équipes',
  minutes: 'Minutes chacune',
}

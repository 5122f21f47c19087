/** What is said of a list in French. */
import type { Doubt, NoList, Personal, Remedy } from './kinds.ts'
import type { Sentences } from './en.ts'

const KINDS: Record<Personal, string> = {
  names: 'des noms',
  'e-mail addresses': 'des adresses électroniques',
  'phone numbers': 'des numéros de téléphone',
  'birth dates': 'des dates de naissance',
  'free text': 'du texte libre',
  'numbers of persons': 'des numéros de personnes',
  accounts: 'des comptes',
  opinions: 'des opinions',
  origin: 'l’origine',
  religion: 'la religion',
  'door codes': 'des codes de porte',
}

const NO_LIST: Record<NoList, string> = {
  pdf: 'un PDF',
  picture: 'une image',
  rtf: 'un document texte (RTF)',
  contacts: 'un fichier de contacts',
  gzip: 'un fichier comprimé par gzip',
  '7z': 'une archive 7z',
  rar: 'une archive RAR',
  xz: 'un fichier comprimé par xz',
  bzip2: 'un fichier comprimé par bzip2',
  zstd: 'un fichier comprimé par zstd',
  database: 'une base de données (SQLite ou GeoPackage)',
  parquet: 'un fichier Parquet',
  shapefile: 'un shapefile',
  flatGeobuf: 'un fichier FlatGeobuf',
  emptyZip: 'une archive ZIP vide',
  zip: 'une archive ZIP',
  webPage: 'une page web, quelle que soit la fin de son nom',
  xmlSheet: 'un tableur en XML',
  xml: 'du XML (comme KML ou GPX)',
  unknown: 'ni un texte ni un tableur connu',
  numbers: 'un fichier d’Apple Numbers',
  word: 'un document texte (Word)',
  slides: 'une présentation (PowerPoint)',
  kmz: 'une carte de Google Earth (KMZ)',
}

const REMEDIES: Record<Remedy, string> = {
  save: 'L’ouvrir et l’enregistrer en .xlsx ou en CSV',
  saveInOffice: 'L’ouvrir dans Excel ou LibreOffice et l’enregistrer en .xlsx ou en CSV',
  unpack: 'L’extraire et importer le fichier qu’elle contient',
  export: 'L’exporter en CSV ou en GeoJSON depuis le programme qui l’a fait, comme QGIS',
  exportMap: 'L’exporter en CSV ou en GeoJSON, par exemple avec QGIS',
  askTable: 'Demander le tableau lui-même (.xlsx ou CSV) ; des nombres ne se lisent pas sur une image',
  copyTable: 'Copier son tableau dans un tableur et enregistrer celui-ci en .xlsx ou en CSV',
  noContacts: 'Les contacts de personnes ne sont pas importés ; une liste d’immeubles est attendue',
  exportNumbers: 'L’ouvrir dans Numbers et choisir Fichier, Exporter vers, Excel (ou CSV)',
}

const DOUBTS: Record<Doubt, (metres: number) => string> = {
  street: () => 'aucune rue de la région ne s’écrit ainsi',
  number: () => 'la rue de la région n’a pas ce numéro',
  several: () => 'plusieurs lieux de la région ont cette adresse',
  town: () => 'la région a cette adresse dans une autre commune',
  position: (metres) => `la position est à plus de ${metres} m de l’adresse`,
}

/** Fields as the notes of a list name them. */
const FIELDS: Readonly<Record<string, string>> = {
  id: 'identifiant',
  address: 'adresse',
  number: 'numéro',
  suffix: 'bis, ter',
  streetType: 'type de voie',
  street: 'rue',
  postcode: 'code postal',
  city: 'commune',
  place: 'coordonnées',
  lng: 'longitude',
  lat: 'latitude',
  entrance: 'entrée',
  doors: 'portes',
  storeys: 'niveaux',
  upper: 'étages',
  priority: 'priorité',
  key: 'immeuble-clé',
  exclude: 'à éviter',
  precision: 'précision',
}
const s = (count: number): string => (count < 2 ? '' : 's')
const fieldName = (field: string): string => FIELDS[field] ?? field
const quoted = (text: string): string => `« ${text} »`
const listed = (names: readonly string[]): string => names.map(quoted).join(', ')
const AGAIN = 'L’ouvrir dans Excel ou LibreOffice, l’enregistrer de nouveau en .xlsx et importer celui-là.'

export const fr: Sentences = {
  nothing: 'rien',
  sums: 'une ligne de totaux',
  anotherTable: 'un autre tableau',
  streetAlone: 'une rue sans numéro',
  someText: 'un texte',
  controlText: 'un texte avec des caractères de commande',
  textWith: ({ kind }) => `un texte avec ${KINDS[kind]}`,
  digits: ({ digits }) => `un nombre de ${digits} chiffre${s(digits)}`,
  letters: ({ letters }) => `un texte de ${letters} lettre${s(letters)}`,
  characters: ({ characters }) => `${characters} caractère${s(characters)}`,
  addressWithName: 'une adresse avec un nom',
  name: 'un nom',
  addressWithoutName: 'l’adresse sans lui',
  textWithout: 'le texte sans eux',
  replacesId: ({ line }) => `remplace la ligne ${line}, qui a le même identifiant`,
  replacesSame: ({ line }) => `remplace la ligne ${line}, qui parle du même immeuble`,
  building: 'un immeuble',
  yesOrNo: 'oui ou non',
  wholeDoors: 'un nombre entier de portes',
  doorsWithin: 'un nombre entier de portes, de 0 à 2000',
  storeys: 'un nombre de niveaux',
  upperStoreys: 'un nombre d’étages au-dessus du rez-de-chaussée',
  storeysWithin: 'un nombre entier de niveaux, de 1 à 60',
  priority: 'un nombre de 0 à 100',
  houseNumber: 'un numéro comme 12 bis',
  noDate:
    'un numéro ; le tableur en a fait une date (de 3-5, le 3 mai). Le saisir de nouveau, précédé d’une apostrophe',
  postcode: 'un code postal',
  houseNumberPlace: 'la place d’un numéro ; celle-ci est quelque part dans sa rue ou sa commune',
  someAddress: 'un numéro et une rue, des coordonnées ou un identifiant',
  writtenAddress: 'un numéro et une rue, comme 12 rue Condorcet',
  plainText: 'un texte de caractères ordinaires',
  wholeId: 'un identifiant entier ; le tableur l’a raccourci. Mettre la colonne au format texte',
  shortId: ({ most }) => `un identifiant d’au plus ${most} caractères`,
  atMost: ({ most }) => `au plus ${most} caractères`,
  outline: 'un point ou un contour',
  uncrossed: 'un contour qui ne se croise pas lui-même ; celui-ci se croise à cet endroit. Le redessiner',
  longitude: 'une longitude en degrés',
  latitude: 'une latitude en degrés',
  place: 'une géométrie, ou latitude, longitude',
  inRegion: ({ box }) => `un lieu de la région (ouest, sud, est, nord ${box.join(', ')})`,
  oneTable: ({ line }) =>
    `les mêmes colonnes jusqu’à la fin ; à la ligne ${line} commence un autre tableau. Le mettre dans une feuille à lui`,
  something: 'quelque chose sur l’immeuble : portes, étages, priorité, immeuble-clé, à éviter',
  ofRegion: 'un numéro et une rue de la région, ou une position dans celle-ci',
  whichBuilding:
    'un identifiant de la région, une adresse ou une position : impossible de savoir de quel immeuble il s’agit',
  oneNumber: 'un seul numéro : l’adresse en a un autre',
  likelyDoors: ({ known }) =>
    `un nombre de portes vraisemblable : la carte en attend ${known} ici. Le corriger ou, s’il est juste, choisir l’immeuble ou le nommer par son identifiant dans la région`,
  farDoors: ({ known }) =>
    `un nombre plus proche de celui que la carte attend ici (${known} porte${s(known)}) ; il est pris tel quel, vérifier s’il est juste`,
  manyDoors: ({ most }) =>
    `moins de ${most} portes à une adresse, comme presque partout ; il est pris tel quel, vérifier s’il est juste`,
  doorsOfAdded:
    'un nombre de portes : la région n’a pas d’immeuble à cet endroit, et celui qu’on ajoute en a besoin',
  nearBuilding: 'un lieu à moins de 30 m d’un immeuble de la région, ou un contour',
  doubtful: ({ doubt, metres, candidates }) =>
    `${DOUBTS[doubt](metres)} ; ${
      candidates.length === 0
        ? 'donner le numéro comme sur la carte, ou une position'
        : `est-ce ${candidates.join(', ou ')} ? L’écrire ainsi, ou donner une position`
    }`,
  oneLineEach: ({ line }) => `une ligne par immeuble : la ligne ${line} en dit autre chose`,
  mostEntries: ({ most }) => `au plus ${most} entrées dans une liste`,
  byName: 'son titre le dit',
  byCells: 'ses cellules en ont l’air',
  byRegion: 'ses cellules tombent dans la région',
  asAsked: 'vous l’avez dit',
  empty: 'elle est vide',
  unknown: 'rien ne dit ce que c’est',
  numberElsewhere: 'elle numérote les lignes : les adresses ont leurs propres numéros',
  otherMissing: 'l’autre coordonnée manque',
  notItsName: ({ field }) => {
    const what = ['place', 'lng', 'lat'].includes(field)
      ? 'des coordonnées'
      : field === 'priority'
        ? 'des nombres de 0 à 100'
        : ['key', 'exclude'].includes(field)
          ? 'des oui ou des non'
          : `de ce genre (${fieldName(field)})`
    return `son titre le dit, mais ses cellules ne sont pas ${what}`
  },
  takenBy: ({ column, field }) => `${quoted(column)} est déjà lue comme ${fieldName(field)}`,
  alone: ({ column }) => `${quoted(column)} seule ne place rien ; l’autre coordonnée manque.`,
  swapped: 'Longitude et latitude sont chacune dans la colonne de l’autre ; elles sont lues à l’envers.',
  otherSheets: ({ sheet, others }) =>
    `Seule la feuille ${quoted(sheet)} est lue, pas ${others
      .map(({ name, isHidden }) => `${quoted(name)}${isHidden ? ' (masquée)' : ''}`)
      .join(', ')} ; nommer une autre feuille pour la lire.`,
  titles: ({ line, lines, first }) =>
    `Ce qui est au-dessus de la ligne ${line} n’est pas lu (${lines} ligne${s(lines)}, à partir de la ligne ${first}).`,
  noList: ({ what, remedy }) => `c’est ${NO_LIST[what]}, pas une liste. ${REMEDIES[remedy]}.`,
  oldOffice:
    'c’est un ancien fichier Office, mais pas un classeur. L’ouvrir et enregistrer son tableau en .xlsx ou en CSV.',
  password:
    'il est protégé par un mot de passe. L’ouvrir, enlever le mot de passe (dans Excel : Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe, le laisser vide), l’enregistrer et importer celui-là.',
  emptyFile: 'il est vide. L’envoyer de nouveau ; peut-être était-il encore en cours d’écriture.',
  noSheet: 'il n’a pas de feuille. Une feuille avec la liste est attendue.',
  cutOff: `il est tronqué ou abîmé. ${AGAIN}`,
  damagedPart: `une de ses parties ne peut pas être décomprimée. ${AGAIN}`,
  noWorkbook: `il est abîmé, ou n’est pas un classeur connu. ${AGAIN}`,
  tooLarge: ({ megabytes }) =>
    `il a plus de ${megabytes} Mo. Enregistrer la liste en CSV, de n’importe quelle longueur, et importer celui-là.`,
  tooLargeUnpacked: ({ megabytes }) =>
    `décomprimé, il a plus de ${megabytes} Mo. Enregistrer la feuille de la liste en CSV et importer celui-là.`,
  tooLargeOld: ({ megabytes }) =>
    `il a plus de ${megabytes} Mo dans un ancien format. L’ouvrir dans Excel ou LibreOffice et l’enregistrer en .xlsx ou en CSV.`,
  openQuote: ({ line }) =>
    `un guillemet (") est ouvert${line === null ? '' : ` avant la ligne ${line}`} et jamais fermé : le reste de la liste ne fait qu’une cellule. Y chercher un " seul et l’enlever.`,
  noEncoding:
    'ce n’est pas un texte dans un encodage qui est lu (UTF-8, UTF-16, Windows-1252). L’ouvrir dans le programme qui l’a fait et l’enregistrer en .xlsx ou en CSV UTF-8.',
  badJson: ({ why }) => `ce JSON ne se lit pas (${why})`,
  hiddenSheets: ({ sheets }) =>
    `toutes les feuilles sont masquées : ${listed(sheets)}. Nommer la feuille à lire.`,
  noSuchSheet: ({ sheet, sheets }) =>
    `il n’y a pas de feuille ${quoted(sheet)} ; ${sheets.length === 0 ? 'le fichier n’a pas de feuilles' : `les feuilles sont ${listed(sheets)}`}.`,
  noLine: 'il n’a pas de ligne sous les titres de ses colonnes. Une ligne par immeuble est attendue.',
  noPlace: ({ sheets, columns }) =>
    `aucune colonne${sheets.length > 1 ? ` des feuilles ${listed(sheets)}` : ''} ne dit où est un immeuble : une adresse, des coordonnées ou un identifiant de la région. Les colonnes sont ${columns
      .map(({ name, kind }) =>
        kind === null ? quoted(name) : `${quoted(name)} (${KINDS[kind]}, pas gardée)`,
      )
      .join(
        ', ',
      )}. Dire d’une colonne que c’est l’adresse, ou donner un titre aux colonnes dans la première ligne.`,
  noSuchColumn: ({ column, columns, isMore }) =>
    `il n’y a pas de colonne ${quoted(column)}. Les colonnes sont ${listed(columns)}${isMore ? ' …' : ''}.`,
  personalColumn: ({ column, field, kind, isByName }) =>
    `la colonne ${quoted(column)} n’est pas lue comme ${fieldName(field)} : elle contient ${KINDS[kind]} (${isByName ? 'son titre le dit' : 'ses cellules en ont l’air'}), qui ne sont pas gardés. Nommer une autre colonne, ou la laisser.`,
  personal: ({ kind }) => KINDS[kind],
}

/** French. */
import { frenchNames } from './french.ts'
import { setFrenchWords } from './french-spaces.ts'
import { NARROW_SPACE, type Phrases, SPACE } from './phrases.ts'
import { isStreet, saysStairs } from './street-names.ts'
import { type MissedWords, sayMissed } from './warning.ts'

const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** A street that has no name. */
const UNNAMED = 'la rue sans nom'

const seen: Phrases['seen'] = {
  building: ({ kind, storeys = 1 }) =>
    kind === 'house' ? 'maison' : storeys > 1 ? `immeuble de ${storeys}${SPACE}niveaux` : 'immeuble',
  numberless: (building) => `${building} sans numéro`,
  after: ({ number, place, side }, { kind }) => {
    const ordinal = place > 1 ? `${place}e` : kind === 'house' ? '1re' : '1er'
    return `${kind === 'house' ? 'la' : 'le'} ${ordinal} à ${side === 'left' ? 'gauche' : 'droite'} après le n°${SPACE}${number}`
  },
  setBack: (length) => `à environ ${length} de la rue`,
  behind: {
    wall: 'derrière le mur, la clôture ou le portail',
    private: 'sur un terrain privé, peut-être derrière un portail',
    gate: `derrière un portail fermé ou privé${SPACE}: sonner ou se faire ouvrir`,
  },
}

const MISSED: MissedWords = {
  reasons: {
    visited: 'déjà visité',
    leased: 'sur la tournée de quelqu’un d’autre',
    hold_out: 'gardé à l’écart pour mesurer l’effet',
    excluded: 'exclu par la demande',
    unreachable: 'sans chemin à pied',
    no_doors: 'plus aucune porte à voir',
    exceeds_budget_alone: 'trop long pour une tournée à lui seul',
    not_selected: 'pas choisi',
    key_not_reached: 'ne tient pas dans les tournées',
    outside_area: 'hors de la zone',
    outside_region: 'hors de la région',
  },
  takes: 'il faut',
  or: 'ou',
  minutes: (minutes) => `des tournées de ${minutes} minutes`,
  doors: (doors) => `des tournées de ${doors} portes au plus`,
  walkers: (walkers) => (walkers === 1 ? 'une équipe de plus' : `${walkers} équipes de plus`),
  startWithin: (minutes) => `un départ à ${minutes} min de marche au plus`,
  stairs: 'une équipe de plus qui monte les escaliers',
}

export const fr: Phrases = {
  seen,
  turns: 'fr',
  words: setFrenchWords({
    walk: 'Tournée',
    stops: (n) => `${n}${SPACE}étape${n < 2 ? '' : 's'}`,
    doors: (n) => `${n}${SPACE}porte${n < 2 ? '' : 's'}`,
    floors: (n) => `${n}${SPACE}niveau${n < 2 ? '' : 'x'}`,
    walking: 'de marche',
    detour: (time, n) =>
      `${time} de détour pour ${n === 1 ? 'cette étape' : `ces ${n} étapes`} : à laisser si le temps manque`,
    back: 'retour',
    start: 'Départ',
    corner: (one, other) => `angle ${one} / ${other}`,
    near: (street) => `${street}, à proximité`,
    stations: (codes, more) =>
      `Bureau${codes.length + more === 1 ? '' : 'x'} de vote ${codes.join(', ')}${more === 0 ? '' : ` et ${more} de plus`}`,
    firstDoor: 'Commence à la première étape',
    lastDoor: 'Finit à la dernière étape',
    reserves: 'Réserves : si personne n’ouvre ou s’il reste du temps',
    columnAddress: 'Adresse',
    columnArrive: 'Vers',
    columnFloors: 'Étages ↓',
    columnDoors: 'Portes',
    key: 'à ne pas manquer',
    legend: 'Une case par porte : O ouvert · A absent · R refus · ↻ à revoir · X ne plus passer',
    retype: (walkId) => `Saisie : numéros de la liste (maisons d’une rangée : 4a, 4b…), tournée ${walkId}`,
    estimated: '≈ nombre estimé : cocher ce que l’on trouve',
    entrance: 'entrée',
    storeys: (top, bottom) =>
      top === 0
        ? 'rez-de-chaussée'
        : top === bottom
          ? `étage ${top}`
          : `étages ${top} à ${bottom === 0 ? 'RdC' : bottom}`,
    doorsFrom: (first, last) => (first === last ? `porte ${first}` : `portes ${first} à ${last}`),
    groundFloor: 'RdC',
    access: {
      open: '',
      intercom: 'interphone',
      code: 'digicode',
      guard: 'gardien',
      unknown: '',
      gate: 'derrière un portail',
    },
    noAddress: 'sans adresse',
    table: {
      label: 'N°',
      within: 'Entrée, étages',
      doors: 'Portes',
      estimated: 'Nombre estimé',
      floors: 'Niveaux',
      access: 'Accès',
      minutes: 'Minutes',
      key: 'À ne pas manquer',
      why: 'Pourquoi',
      yes: 'oui',
      shift: 'Créneau',
      area: 'Zone',
      day: 'Jour',
      leave: 'Départ',
      back: 'Retour',
      stops: 'Étapes',
      metres: 'Mètres',
      firstAddress: 'Première adresse',
      walkId: 'Numéro pour la saisie',
      files: {
        print: 'à-imprimer',
        walks: 'tournées',
        map: 'carte',
        walk: 'tournée',
        shift: 'créneau',
      },
    },
    volunteer: 'Équipe',
    handedOut: 'Remise à',
    finishedAt: 'Terminée à',
    north: 'N',
    scan: 'Cette tournée en ligne',
    empty: 'Aucune étape sur cette tournée.',
    colon: ' :',
  }),
  comma: ',',
  time: (hours, minutes) => `${hours}${NARROW_SPACE}h${NARROW_SPACE}${minutes}`,
  date: ({ weekday, day, month, year }) =>
    `${DAYS[weekday]} ${day === 1 ? '1er' : day} ${MONTHS[month]} ${year}`,
  reason: {
    chosen: 'immeuble-clé',
    doors: (count) => (count === 1 ? '1 porte' : `${count} portes`),
    minutes: (count) => `${count} min de travail`,
    precinct: (code, fact) => (fact === undefined ? `bureau ${code}` : `${fact} au bureau ${code}`),
    priority: (value) => `priorité ${value}`,
    score: (name, value) => `score ${value} (${name})`,
    and: `${NARROW_SPACE}; `,
  },
  warnings: setFrenchWords({
    area_partly_outside: ({ region, share }) =>
      `${share === undefined ? 'Une partie' : `Environ ${Math.round(100 * share)} %`} de la zone est hors de la région « ${region} » : seule la partie intérieure est planifiée.`,
    targets_ignored: ({ count, first }) =>
      `${count} cible${count < 2 ? ' donnée est inconnue dans cette partie de la région et a été ignorée' : 's données sont inconnues dans cette partie de la région et ont été ignorées'} (la première : « ${first} ») ; pour en ajouter une, donnez sa position et ses portes.`,
    target_split: ({ id, now }) =>
      `« ${id} » est devenu ${now.length} cibles (${now.join(', ')}) : ses portes et étages ont été ignorés, donnez-les pour chacune.`,
    walkers_idle: ({ idle, of }) =>
      `${idle} équipe${idle < 2 ? '' : 's'} sur ${of} ${idle < 2 ? 'n’a' : 'n’ont'} rien à faire : moins suffiraient.`,
    walkers_without_walk: ({ idle, of, left }) =>
      `${idle} équipe${idle < 2 ? '' : 's'} sur ${of} ${idle < 2 ? 'n’a' : 'n’ont'} pas de tournée, alors que ${left} cible${left < 2 ? ' n’est' : 's ne sont'} sur aucune : ce qui est derrière une même porte reste sur une tournée, et certaines sont peut-être trop loin des départs.`,
    too_fast: ({ doorsPerHour }) =>
      `${doorsPerHour} portes par heure et par équipe : c’est plus que ce qui se fait en pratique ; vérifiez les hypothèses.`,
    keys_not_reached: ({ missing, of, named }) => {
      const said = named.map((key) => sayMissed(key, MISSED, ' :'))
      const more = missing > named.length ? [`et ${missing - named.length} de plus`] : []
      return `${missing} immeuble${missing < 2 ? '' : 's'}-clé${missing < 2 ? '' : 's'} sur ${of} ${missing < 2 ? 'n’est sur' : 'ne sont sur'} aucune tournée. ${[...said, ...more].join(' ; ')}.`
    },
    keys_elsewhere: ({ count, first }) =>
      `${count} des immeubles-clés donnés ${count < 2 ? 'n’est' : 'ne sont'} pas dans la zone de ce plan (le premier : « ${first} »).`,
    start_far: ({ walkers, metres, across }) =>
      `${walkers === 1 ? 'Un départ ou une arrivée se trouve' : `Les départs ou arrivées de ${walkers} équipes se trouvent`} à ${metres} m de la rue la plus proche où l’on puisse marcher${across ? ', de l’autre côté d’une eau, d’une voie ferrée ou d’une autoroute' : ''} : à vérifier ; le chemin depuis là n’est pas connu.`,
    out_of_the_way: ({ stops, minutes }) =>
      `${stops} étape${stops < 2 ? '' : 's'} à l’écart : ${minutes} min de détour, plus que leurs portes ne valent sur ces tournées ; voir detour.`,
    targets_twice: ({ count, first }) =>
      `targets : ${count} identifiant${count < 2 ? ' y est' : 's y sont'} deux fois, le dernier compte (le premier : « ${first} »).`,
    targets_say_nothing: ({ count, first }) =>
      `targets : de ${count} rien n’est dit que l’identifiant, ce qui ne change rien (le premier : « ${first} »).`,
    targets_not_moved: ({ count, first }) =>
      `targets : la position de ${count} a été ignorée, la région sait où ${count < 2 ? 'il est' : 'ils sont'} (le premier : « ${first} »).`,
    skip_targets_nowhere: ({ count, first }) =>
      `skip.targets : ${count} ${count < 2 ? 'n’est' : 'ne sont'} pas dans cette zone, ce qui ne change rien (le premier : « ${first} »).`,
    skip_cells_empty: ({ count, first }) =>
      `skip.cells : rien de cette zone n’est dans ${count} d’entre elles, ce qui ne change rien (la première : « ${first} »).`,
    split_alone: ({ count, first }) =>
      `split ne change rien pour ${count} équipe${count < 2 ? '' : 's'} d’une seule personne (la première : « ${first} ») ; précisez people.`,
    ranking_nowhere: ({ count, first }) =>
      `${count} cible${count < 2 ? ' n’est' : 's ne sont'} dans aucune zone du classement et ${count < 2 ? 'compte' : 'comptent'} comme la dernière de ses zones (la première : « ${first} »).`,
    ranking_partial: ({ count, first }) =>
      `${count} bureau${count < 2 ? ' du classement dépasse' : 'x du classement dépassent'} de la région (le premier : « ${first} ») : ${count < 2 ? 'son score vaut' : 'leurs scores valent'} pour le bureau entier, les tournées sont dans la partie intérieure.`,
    key_share_unused: () => 'keyShare ne change rien : targets nomme les immeubles-clés.',
    batch_areas_empty: ({ count, first, shift }) =>
      `${count} zone${count < 2 ? '' : 's'} de créneau sans personne, non planifiée${count < 2 ? '' : 's'} (la première : « ${first} » au créneau ${shift}) : il y a moins d’équipes que de zones, ou toutes en ont une autre.`,
    batch_volunteers_unused: ({ count, first }) =>
      `${count} bénévole${count < 2 ? ' n’est envoyé' : 's ne sont envoyés'} nulle part : aucun de leurs créneaux n’a leur zone (le premier : « ${first} »).`,
    visited_since_late: ({ since }) =>
      `skip.visitedSince ne change rien : ${since} est après le départ des tournées.`,
    nothing_to_walk: () => 'Il n’y a nulle part où aller dans cette zone : voir les raisons dans leftOut.',
  }),
  instructions(grammarize) {
    const { withArticle, withDe, arrivalPlace } = frenchNames(grammarize)
    return {
      cross({ name, detail, corner, onto }) {
        const way =
          onto === undefined || onto === ''
            ? undefined
            : onto === name
              ? 'l’autre trottoir'
              : withArticle(onto)
        return [
          'Traverser',
          ...(name === ''
            ? detail === 'signals' || detail === 'marked'
              ? []
              : ['la rue']
            : [withArticle(name)]),
          ...(detail === 'signals' ? ['au feu'] : detail === 'marked' ? ['au passage piéton'] : []),
          ...(corner === undefined ? [] : [`à l’angle ${withDe(corner)}`]),
          ...(way === undefined ? [] : [`et continuer sur ${way}`]),
        ].join(' ')
      },
      stairs({ name, detail }) {
        const verb = detail === 'up' ? 'Monter' : detail === 'down' ? 'Descendre' : 'Prendre'
        if (name === '') return `${verb} l’escalier`
        return saysStairs(name) ? `${verb} ${withArticle(name)}` : `${verb} l’escalier ${withDe(name)}`
      },
      passage({ name }) {
        if (name === '') return 'Prendre le passage'
        return isStreet(name) ? `Prendre le passage couvert ${withDe(name)}` : `Prendre ${withArticle(name)}`
      },
      lift: 'Prendre l’ascenseur',
      goBack: ({ name }) =>
        name === '' ? 'Revenir sur ses pas' : `Revenir sur ses pas, le long ${withDe(name)}`,
      street: withArticle,
      ways: {
        path: 'le chemin',
        footway: 'l’allée piétonne',
        sidewalk: 'le trottoir',
        crossing: 'le passage piéton',
        steps: 'l’escalier',
        pedestrian: 'la voie piétonne',
        cycleway: 'la piste cyclable',
        corridor: 'le couloir',
        driveway: 'l’allée d’accès',
        service: 'la voie de desserte',
        living: UNNAMED,
        residential: UNNAMED,
        tertiary: UNNAMED,
        secondary: UNNAMED,
        primary: UNNAMED,
        trunk: UNNAMED,
        open: 'l’esplanade',
        ferry: 'le bac',
        elevator: 'l’ascenseur',
      },
      towards: (way, street) => `${way} vers ${withArticle(street)}`,
      leaving: { left: 'à gauche en sortant', right: 'à droite en sortant' },
      arrival: {
        start: 'au point de départ',
        end: 'au point d’arrivée',
        stop: (number) => `à l’étape ${number}`,
        address: arrivalPlace,
        numberless: (building, street) =>
          `${building.kind === 'house' ? 'à la ' : 'à l’'}${seen.building(building)} sans numéro` +
          (street === '' ? '' : ` ${withDe(street)}`),
      },
    }
  },
}

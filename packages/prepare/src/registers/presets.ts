/** Registers that are known by their columns: what each column is, what a row is, and whom to name. */
import type { Field, Names, Rows } from './fields.ts'
import { COUNT_NAMES } from './fields.ts'

export interface Preset {
  name: string
  /** Each a list of columns; a table that has all of one list is taken for this register. */
  signs: readonly (readonly string[])[]
  names: Names
  rows: Rows
  /** Rows that say something else here are left out; empty cells are not. */
  only?: { column: string; values: readonly string[] }
  /** Codes that stand for a range of counts. */
  classes?: Readonly<Record<string, string>>
  /** How the publisher counts floors from the ground, if not with 0, 1, 2 … */
  floorOf?: (text: string) => number | undefined
  /** Absent: as its publisher states. */
  credit?: { attribution: string; licence: string }
}

const OPEN_LICENCE = 'Licence Ouverte 2.0'

/** The first that fits is taken. */
export const PRESETS: readonly Preset[] = [
  {
    // Base de données nationale des bâtiments, CSTB: layer or table batiment_groupe_compile, or _ffo_bat.
    name: 'bdnb',
    signs: [['ffo_bat_nb_log'], ['batiment_groupe_id', 'nb_log']],
    names: {
      key: ['batiment_groupe_id'],
      id: ['rnb_id', 'l_rnb_id', 'identifiants_rnb', 'cle_interop_adr_principale_ban'],
      address: ['libelle_adr_principale_ban', 'adresse_libelle_adr_principale_ban'],
      dwellings: ['ffo_bat_nb_log', 'nb_log'],
      storeys: ['ffo_bat_nb_niveau', 'nb_niveau'],
    },
    rows: 'buildings',
    credit: { attribution: 'BDNB, CSTB', licence: OPEN_LICENCE },
  },
  {
    // BD TOPO, IGN: layer batiment; as a shapefile with shorter names.
    name: 'bdtopo',
    signs: [
      ['cleabs', 'nombre_de_logements'],
      ['nombre_de_logements', 'nombre_d_etages'],
      ['ID', 'NB_LOGTS'],
    ],
    names: {
      key: ['cleabs', 'ID'],
      id: ['identifiants_rnb', 'ID_RNB'],
      dwellings: ['nombre_de_logements', 'NB_LOGTS'],
      storeys: ['nombre_d_etages', 'NB_ETAGES'],
    },
    rows: 'buildings',
    only: { column: 'etat_de_l_objet', values: ['En service'] },
    credit: { attribution: 'BD TOPO, IGN', licence: OPEN_LICENCE },
  },
  {
    // Arcep, "Ma connexion internet": a building of premises, homes and others, in classes.
    name: 'arcep',
    signs: [['imb_id', 'catg_loc_imb']],
    names: {
      key: ['imb_id'],
      number: ['num_voie'],
      suffix: ['cp_no_voie'],
      // "RUE" and "DROITE" stand in two columns.
      street: ['type_voie', 'nom_voie'],
      class: ['catg_loc_imb'],
    },
    rows: 'entrances',
    credit: { attribution: 'Arcep, Ma connexion internet', licence: OPEN_LICENCE },
  },
  {
    // Federal register of buildings and dwellings, table of dwellings: each row is one, WSTWK its floor.
    name: 'gwr-dwellings',
    signs: [['EGID', 'EWID', 'WSTWK']],
    names: { id: ['EGID'], floor: ['WSTWK'] },
    rows: 'dwellings',
    // 3004: existing.
    only: { column: 'WSTAT', values: ['3004'] },
    floorOf: swissFloor,
    credit: { attribution: 'GWR, Bundesamt für Statistik', licence: 'Open use, source to be named' },
  },
  {
    // Federal register of buildings and dwellings, table of buildings; coordinates in LV95.
    name: 'gwr',
    signs: [['EGID', 'GANZWHG']],
    names: {
      key: ['EGID'],
      id: ['EGID'],
      number: ['DEINR'],
      street: ['STRNAME'],
      postcode: ['DPLZ4'],
      city: ['DPLZNAME'],
      address: ['strname_deinr'],
      x: ['GKODE', 'dkode'],
      y: ['GKODN', 'dkodn'],
      dwellings: ['GANZWHG'],
      storeys: ['GASTW'],
    },
    rows: 'buildings',
    // 1004: existing; others are planned, approved, under construction, demolished or not usable.
    only: { column: 'GSTAT', values: ['1004'] },
    credit: { attribution: 'GWR, Bundesamt für Statistik', licence: 'Open use, source to be named' },
  },
  {
    // Répertoire des logements locatifs des bailleurs sociaux, by entrance.
    name: 'rpls',
    signs: [['adresse', 'logements']],
    names: { ...COUNT_NAMES, address: ['adresse'], dwellings: ['logements'] },
    rows: 'entrances',
    credit: { attribution: 'RPLS, ministère chargé du logement', licence: OPEN_LICENCE },
  },
]

/** Any other table, by the usual names of columns. */
export const ANY_TABLE: Preset = { name: 'table', signs: [[]], names: COUNT_NAMES, rows: 'entrances' }

/** Fields of which a table may have several columns. */
export const SEVERAL: ReadonlySet<Field> = new Set<Field>(['id', 'street'])

/** 3100 is the ground floor, 3101 the first, 3401 the first below it. Source: GWR, Merkmalskatalog, WSTWK. */
function swissFloor(text: string): number | undefined {
  const code = Number(text)
  if (code >= 3100 && code < 3200) return code - 3100
  return code >= 3400 && code < 3500 ? 3400 - code : undefined
}

/** What a register of dwellings may say, and the names that its columns have where no preset knows them. */
import { POSITION_NAMES } from '../tables/position.ts'

/**
 * `key`: of the row itself, `id`: what a building, entrance or address is called elsewhere, `place`: a geometry or
 * "lat, lon" as text, `low` and `high`: bounds of a count, `storeys`: with the ground floor, `upper`: without it,
 * `floor`: on which a dwelling or its row lies, 0 the ground floor.
 */
export const FIELDS = [
  'key',
  'id',
  'address',
  'number',
  'suffix',
  'street',
  'postcode',
  'city',
  'place',
  'x',
  'y',
  'dwellings',
  'class',
  'low',
  'high',
  'storeys',
  'upper',
  'floor',
] as const
export type Field = (typeof FIELDS)[number]
export type Names = Partial<Record<Field, readonly string[]>>

/**
 * What one row is. Entrances: rows that agree in all are one, those of one address that differ are added (decision
 * record 0010), but of one id, address and place the largest count is kept. Buildings: one count for each key; equal
 * ones are read once, of two the larger is kept. Parts (a floor, an entrance, a stair): all are added. Dwellings: each
 * row is one.
 */
export const ROWS = ['entrances', 'buildings', 'parts', 'dwellings'] as const
export type Rows = (typeof ROWS)[number]

/** Where and what a building is; every preset reads these, too, as far as it names none of its own. */
export const PLACE_NAMES: Names = {
  id: [
    'rnb_id',
    'id_rnb',
    'rnb',
    'identifiants_rnb',
    'ref:FR:RNB',
    'egid',
    'ref:EGID',
    'bag_id',
    'ref:bag',
    'cle_interop',
    'id_ban',
    'ban_id',
    'osm_id',
    'osm',
    'building_id',
    'batiment_id',
    'id',
  ],
  address: [
    'adresse',
    'address',
    'libelle',
    'addresse',
    'full_address',
    'anschrift',
    'direccion',
    'indirizzo',
    'adres',
  ],
  number: [
    'numero',
    'number',
    'housenumber',
    'house_number',
    'num_voie',
    'numvoie',
    'hausnummer',
    'huisnummer',
    'no',
    'addr:housenumber',
  ],
  suffix: ['rep', 'suffixe', 'suffix', 'cp_no_voie', 'indice_repetition', 'indrep', 'toevoeging'],
  street: [
    'nom_voie',
    'voie_nom',
    'street',
    'street_name',
    'rue',
    'voie',
    'libelle_voie',
    'nomvoie',
    'strasse',
    'straatnaam',
    'calle',
    'via',
    'addr:street',
  ],
  postcode: ['code_postal', 'postcode', 'code_poste', 'zip', 'plz', 'addr:postcode'],
  city: ['nom_commune', 'commune_nom', 'nom_com', 'city', 'commune', 'ort', 'addr:city'],
  ...POSITION_NAMES,
}

/** How many dwellings and storeys, in tables of no known publisher. */
export const COUNT_NAMES: Names = {
  dwellings: [
    'logements',
    'dwellings',
    'nb_logements',
    'nombre_logements',
    'nombre_de_logements',
    'nb_log',
    'nblog',
    'nb_logts',
    'flats',
    'building:flats',
    'apartments',
    'appartements',
    'households',
    'dwelling_units',
    'residential_units',
    'wohnungen',
    'anzahl_wohnungen',
    'viviendas',
    'abitazioni',
    'woningen',
    'numberofdwellings',
  ],
  class: [
    'dwellings_class',
    'class_of_dwellings',
    'classe_logements',
    'classe_de_logements',
    'tranche_logements',
  ],
  low: ['dwellings_min', 'min_dwellings', 'logements_min', 'dwellings_low'],
  high: ['dwellings_max', 'max_dwellings', 'logements_max', 'dwellings_high'],
  storeys: [
    'storeys',
    'stories',
    'levels',
    'building:levels',
    'num_floors',
    'nb_niveau',
    'nb_niveaux',
    'niveaux',
    'geschosse',
  ],
  // As registers of entrances count: above the ground floor.
  upper: ['etages', 'floors', 'nb_etages'],
  floor: ['floor', 'etage', 'niveau', 'stockwerk', 'piso', 'piano', 'verdieping'],
}

/** How the columns of a campaign's list are called, in French and English. */
import { plainWords } from '@doorwalk/core/letters'
import { LIST_FIELDS, type ListField } from '@doorwalk/core/words/list-fields'

/** The first that a list has is taken. */
const NAMES: Record<ListField, string> = {
  id: 'id|identifiant|identifier|reference|ref|cle interop|id ban|ban id|rnb id|id rnb|rnb|osm id|code immeuble|id immeuble|id batiment|id adresse|uid|uid adresse|building id|address id|target id|code',
  address:
    'adresse|adresses|address|addresses|adresse complete|full address|adresse postale|libelle adresse|adresse immeuble|adresse batiment|lieu|geo adresse|adresse ligne 1|address line 1|street address|api line',
  number:
    'numero|no|n|num|number|house number|housenumber|numero voie|numero rue|num voie|n voie|no voie|no rue|n rue|num rue|street number|street no|house no|numero dans voie|numero de voie|addr housenumber|hausnummer',
  suffix:
    'rep|suffixe|suffix|indice repetition|indice de repetition|bis|bis ter|btq|repetition|complement numero|cp no voie',
  streetType: 'type voie|type de voie|nature voie|nature de voie|typevoie|street type',
  street:
    'nom voie|voie nom|rue|street|street name|voie|libelle voie|nom rue|nom de rue|nom de la rue|nom de voie|nom de la voie|intitule voie|nomvoie|road|addr street|strasse',
  postcode:
    'code postal|cp|postcode|post code|postal code|zip|zip code|zipcode|codepostal|code poste|addr postcode|plz',
  city: 'ville|commune|city|town|nom commune|commune nom|localite|municipality|nom ville|libelle commune|addr city|ort',
  place:
    'coordonnees|coordinates|coords|gps|position|geo point 2d|geo point|geopoint|latlng|lat lng|lat lon|lat long|latlon|latitude longitude|localisation|location|wkt|geom|geometry|the geom|point|coordonnees gps|gps coordinates',
  lng: 'lng|lon|long|longitude|x|coord x|x coord|coordx|x l93|x lambert|x lambert93|x lambert 93|easting|east|coordonnee x|gps longitude',
  lat: 'lat|latitude|y|coord y|y coord|coordy|y l93|y lambert|y lambert93|y lambert 93|northing|north|coordonnee y|gps latitude',
  entrance:
    'entree|entrance|hall|cage|cage escalier|cage d escalier|escalier|esc|staircase|stair|montee|batiment|bat|bloc|block|building|porte d entree|allee hall',
  doors:
    'doors|portes|logements|nb logements|nb logement|nombre logements|nombre de logements|nb de logements|nblog|nb log|nb logts|logts|nb lgts|lgts|nb lgt|dwellings|flats|apartments|appartements|nb appartements|nombre d appartements|nb appts|appts|foyers|nb foyers|nombre de foyers|menages|households|units|nb portes|nombre de portes|boites aux lettres|nb boites aux lettres|bal|nb bal|number of doors|number of flats|no of flats|homes',
  storeys:
    'floors|storeys|stories|levels|niveaux|nb niveaux|nombre de niveaux|number of floors|building levels',
  upper: 'etages|nb etages|nombre d etages|nombre etages|nb d etages|upper floors',
  priority: 'priority|priorite|prio|score|poids|weight|niveau de priorite|niveau priorite|ordre de priorite',
  key: 'key|key building|immeuble cle|cle|strategique|prioritaire|immeuble prioritaire|batiment cle',
  exclude:
    'exclude|excluded|exclu|exclure|exclusion|exclus|a exclure|opt out|optout|ne pas visiter|ne pas frapper|ne pas demarcher|do not visit|do not knock|no knock|interdit|acces interdit|stop pub|a eviter|skip',
  precision: 'geo type|result type|type geocodage|precision geocodage|location type',
}

const BY_NAME = new Map<string, { field: ListField; rank: number }>(
  LIST_FIELDS.flatMap((field) =>
    NAMES[field]
      .split('|')
      .map((name, rank): [string, { field: ListField; rank: number }] => [name, { field, rank }]),
  ),
)

/** Words that say nothing of what a column is. */
const LINKS = new Set('de du des d la le les l of the a au aux en et'.split(' '))
/** A longer name that holds one of so many letters is taken for it. */
const FEWEST_LETTERS = 4

export interface NamedField {
  field: ListField
  /** How usual the name is: 0 most. */
  rank: number
  /** Whether it is the whole name of the column. */
  isWhole: boolean
}

/** What a column of this name is; undefined where the name tells nothing. */
export function fieldNamed(name: string): NamedField | undefined {
  const plain = plainName(name)
  if (plain === '') return undefined
  const whole = BY_NAME.get(plain) ?? BY_NAME.get(withoutLinks(plain))
  if (whole) return { ...whole, isWhole: true }
  const words = withoutLinks(plain).split(' ')
  for (let length = words.length - 1; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const part = words.slice(from, from + length).join(' ')
      const found = part.length < FEWEST_LETTERS ? undefined : BY_NAME.get(part)
      if (found) return { ...found, isWhole: false }
    }
  return undefined
}

/** The field that a caller means; undefined for none. */
export function fieldCalled(name: string): ListField | undefined {
  return LIST_FIELDS.find((field) => field.toLowerCase() === name.toLowerCase()) ?? SAME[name.toLowerCase()]
}

const SAME: Readonly<Record<string, ListField>> = {
  lon: 'lng',
  longitude: 'lng',
  x: 'lng',
  latitude: 'lat',
  y: 'lat',
  floors: 'storeys',
  zip: 'postcode',
}

/** "NB_Logements", "nbLogements" and "Nb. logements" are "nb logements". */
export function plainName(name: string): string {
  return plainWords(
    name
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replaceAll(/[°º]/g, ' ')
      .replaceAll('_', ' '),
  )
}

function withoutLinks(plain: string): string {
  return plain
    .split(' ')
    .filter((word) => !LINKS.has(word))
    .join(' ')
}

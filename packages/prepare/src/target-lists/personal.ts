/**
 * Columns and cells that tell of persons: by what they are called and by what stands in them. Nothing of them is kept.
 */
import { plainWords } from '@doorwalk/core/letters'
import { refusedSubject } from '@doorwalk/core/ranking/refused-fields'
import type { Personal } from '../list-words/kinds.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import { plainName } from './fields.ts'
import { isFirstName } from './first-names.ts'
import { personalIn } from '@doorwalk/core/request/contacts'

/** Whole names of columns, plain. */
const WHOLE: Readonly<Record<string, Personal>> = {
  ...named('names', 'nom|noms|name|names|nom complet|full name|first|last|qui|who|m mme|mr mrs|titre|title'),
  ...named('free text', 'note|notes|info|infos|divers|autre|texte|text|detail|details'),
  ...named('birth dates', 'age|ages|ne le|nee le|born'),
  ...named('phone numbers', 'tel|cell|mob'),
}

/** Words of which one is enough. */
const WORDS: Readonly<Record<string, Personal>> = {
  ...named(
    'names',
    'prenom|prenoms|surname|firstname|lastname|forename|patronyme|civilite|salutation|contact|contacts|gardien|gardienne|concierge|caretaker|proprietaire|owner|locataire|tenant|occupant|habitant|resident|referent|referente|responsable|interlocuteur|electeur|electrice|voter|adherent|adherente|militant|militante|sympathisant|sympathisante|benevole|volunteer|supporter|member|membre|conjoint|spouse|interphone',
  ),
  ...named('e-mail addresses', 'email|emails|mail|mails|courriel|courriels|mel'),
  ...named('phone numbers', 'telephone|telephones|phone|phones|mobile|portable|gsm|fax'),
  ...named('birth dates', 'naissance|birth|birthday|birthdate|dob|anniversaire'),
  ...named(
    'free text',
    'commentaire|commentaires|comment|comments|remarque|remarques|remark|remarks|observation|observations|memo|description|descriptif|message|avis|reaction|reactions',
  ),
  ...named('accounts', 'facebook|twitter|instagram|whatsapp|telegram|linkedin|tiktok'),
  ...named('opinions', 'opinion|opinions|tendance|sympathie'),
  ...named('door codes', 'digicode|digicodes|vigik'),
}

/** Two words beside each other. */
const PAIRS: Readonly<Record<string, Personal>> = {
  ...named('names', 'nom famille|nom naissance|nom usage|first name|last name|family name|full name|m mme'),
  ...named('opinions', 'intention vote|support level|niveau soutien|orientation politique|parti prefere'),
  ...named(
    'door codes',
    'code porte|code acces|code entree|access code|door code|entry code|code immeuble porte',
  ),
  ...named('e-mail addresses', 'e mail'),
}

const ABOUT: Readonly<Record<string, Personal>> = {
  origin: 'origin',
  nationality: 'origin',
  religion: 'religion',
  'first names': 'names',
  'single persons': 'numbers of persons',
}

/** Before a word for persons: they are counted, not told of. */
const COUNTED = /^(?:nb|nbre|nombre|number|count|total|no of)\b/

/** What a column of this name tells of persons; undefined: nothing by its name. */
export function personalName(name: string): Personal | undefined {
  const plain = plainName(name)
  if (Object.hasOwn(WHOLE, plain)) return WHOLE[plain]
  if (COUNTED.test(plain)) return undefined
  const words = plain.split(' ').filter((word) => !/^(?:de|du|des|d|la|le|l|of|the)$/.test(word))
  for (const [at, word] of words.entries()) {
    const pair = `${word} ${words[at + 1] ?? ''}`
    if (Object.hasOwn(PAIRS, pair)) return PAIRS[pair]
    if (Object.hasOwn(WORDS, word)) return WORDS[word]
  }
  const subject = refusedSubject(name)
  return subject && ABOUT[subject.about]
}

/** A French mobile number that a spreadsheet took for a number. An id may look the same. */
const BARE_MOBILE = /(?<!\d|\d[.,])[67]\d{8}(?:\.0)?(?!\d)/

/** What a cell shows of somebody, and what may be somebody's where it stands alone: it is kept, and not shown. */
export function perhapsPersonal(text: string): Personal | undefined {
  const surely = personalIn(text)
  if (surely !== undefined) return surely
  if (BARE_MOBILE.test(text)) return 'phone numbers'
  return isBirthDate(text) ? 'birth dates' : undefined
}

/** Part of the cells of a column that has to show the same. */
const ENOUGH = 0.3
/** Of names, which are told by the first names that are known: others stand beside them. */
const ENOUGH_NAMES = 0.25
/** Of a column of streets or towns: "Victor Hugo", "Nancy". */
const ENOUGH_IN_PLACES = 0.6
/** Words and letters of a text that somebody wrote down. */
const TEXT_WORDS = 6
const TEXT_LETTERS = 35

/**
 * What the cells of a column tell of persons; undefined: nothing.
 *
 * @param texts that are not empty
 * @param field what the column says it is: a street or a town may be called like a person, and be long
 */
export function personalValues(texts: readonly string[], field?: ListField): Personal | undefined {
  if (texts.length === 0) return undefined
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  for (const kind of ['e-mail addresses', 'phone numbers'] as const)
    if (share((text) => perhapsPersonal(text) === kind) >= ENOUGH) return kind
  if (share((text) => isBirthDate(text)) >= ENOUGH * 2) return 'birth dates'
  if (field === 'place' || field === 'address') return undefined
  if (share(isPersonName) >= (field === 'street' || field === 'city' ? ENOUGH_IN_PLACES : ENOUGH_NAMES))
    return 'names'
  return field === undefined && share(isFreeText) >= ENOUGH ? 'free text' : undefined
}

const DATE = /^(?:(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}))(?:[T ]\d\d:\d\d.*)?$/
/** Years in which people were born who have a vote, and in which no list of this kind was kept. */
const FIRST_BIRTH = 1900
const LAST_BIRTH = 2010

function isBirthDate(text: string): boolean {
  const [, first, last] = DATE.exec(text.trim()) ?? []
  const year = Number(first ?? last ?? NaN)
  return year >= FIRST_BIRTH && year <= LAST_BIRTH
}

const TITLE = /^(?:m|mr|mme|mlle|mrs|ms|monsieur|madame|mademoiselle|dr|docteur|me|maitre)$/

/** "Jean Dupont", "DUPONT Jean", "Mme Dupont", "Jean-Paul": of a first name that is known, or with a title. */
export function isPersonName(text: string): boolean {
  if (/[\d@]/.test(text) || text.length > 60) return false
  const words = plainWords(text).split(' ')
  if (words.length > 5 || words.some((word) => STREET_WORDS.has(word))) return false
  return (words.length > 1 && TITLE.test(words[0]!)) || isFirstName(words[0]!) || isFirstName(words.at(-1)!)
}

/** A street or a town of a person's name is none. */
const STREET_WORDS = new Set(
  'rue r avenue av ave boulevard bd blvd place pl impasse imp allee allees all chemin ch che route rte square sq cours cite quai passage pass villa sentier ruelle venelle residence res hameau lieu lotissement lot faubourg fbg rond pont porte esplanade promenade montee cour clos parc street st road rd lane ln drive dr court ct way terrace close saint sainte ste le la les sur sous via piazza calle strasse weg straat'.split(
    ' ',
  ),
)

function isFreeText(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return (
    words.length >= TEXT_WORDS &&
    text.length >= TEXT_LETTERS &&
    !words.some((word) => /^\d{5}$/.test(word)) &&
    !isStreetLike(text)
  )
}

/** Holds a word for a street, and a number before it. */
function isStreetLike(text: string): boolean {
  return plainWords(text)
    .split(' ')
    .slice(0, 4)
    .some((word) => STREET_WORDS.has(word) && word.length > 2)
}

function named(kind: Personal, words: string): Record<string, Personal> {
  return Object.fromEntries(words.split('|').map((word) => [word, kind]))
}

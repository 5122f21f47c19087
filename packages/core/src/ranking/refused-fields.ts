/**
 * Fields by which nobody is ranked: origin, nationality, religion, first names, and what names a person. Whole words
 * only: `pct_gregoire` is a list's share, `origine_des_donnees` is refused.
 *
 * Source: CNIL, "Communication politique : mode d'emploi": no selection by the sound of names or the place of birth.
 */
import { fieldError } from '../error.ts'
import { plainWords } from '../letters.ts'

interface RefusedSubject {
  /** For the message. */
  about: string
  /** Plain letters, singular. Two words stand beside each other. */
  words: readonly string[]
}

/** French and English. docs/ranking.md prints the same list, and a test says when it does not. */
export const REFUSED_SUBJECTS: readonly RefusedSubject[] = [
  {
    about: 'origin',
    words:
      'origine|origin|ethnie|ethnique|ethnicite|ethnicity|ethnic|race|racial|immigre|immigree|immi|pop imm|etr|immigration|immigrant|migrant|migration|etranger|etrangere|foreigner|foreign|foreign born|ascendance|ancestry|descent|lieu naissance|pays naissance|birthplace|birth place|place birth|country birth|langue maternelle|mother tongue|peau|skin|africain|african|maghrebin|maghreb|arabe|arab|asiatique|asian|noir|black|white|hispanic|latino|latina|rom|roma|tzigane|gypsy|outremer|domien'.split(
        '|',
      ),
  },
  {
    about: 'nationality',
    words:
      'nationalite|nationality|citoyennete|citizenship|naturalise|naturalisee|naturalized|naturalised|passeport|passport'.split(
        '|',
      ),
  },
  {
    about: 'religion',
    words:
      'religion|religieux|religieuse|religious|confession|culte|worship|faith|croyance|belief|musulman|musulmane|muslim|islam|islamic|juif|juive|jew|jewish|catholique|catholic|protestant|protestante|chretien|chretienne|christian|evangelique|evangelical|orthodoxe|hindou|hindu|bouddhiste|buddhist|sikh|mosquee|mosque|synagogue|eglise|church|halal|casher|kosher'.split(
        '|',
      ),
  },
  {
    about: 'first names',
    words:
      'prenom|first name|firstname|given name|givenname|forename|christian name|patronyme|surname|last name|lastname|family name|nom famille|nom usage|nom naissance|maiden name|full name|fullname'.split(
        '|',
      ),
  },
  {
    about: 'single persons',
    words:
      'personne id|id personne|person id|personid|id person|individu id|id individu|id electeur|numero electeur|electeur id|voter id|voterid|id voter|date naissance|birth date|birthdate|date birth|dob|email|e mail|courriel|telephone|phone|mobile number|portable|nir|numero securite|ssn'.split(
        '|',
      ),
  },
]

/** Words between others that do not part them: "date de naissance" is "date naissance". */
const LINKS = new Set('de du des d la le les l of the a au aux'.split(' '))

const BY_WORD = new Map(
  REFUSED_SUBJECTS.flatMap(({ about, words }) => words.map((word) => [word, about] as const)),
)

/** Why nobody is ranked by a field of this name; undefined: it may be used. Plurals are as their singular. */
export function refusedSubject(field: string): { word: string; about: string } | undefined {
  const stems = wordsOf(field).map(stemsOf)
  for (const [at, own] of stems.entries()) {
    const pairs = own.flatMap((word) => (stems[at + 1] ?? []).map((next) => `${word} ${next}`))
    for (const word of [...pairs, ...own]) {
      const about = BY_WORD.get(word)
      if (about !== undefined) return { word, about }
    }
  }
  return undefined
}

/** @throws VisibleError ranking.refused_field */
export function refuseField(field: string, pointer: string): void {
  const found = refusedSubject(field)
  if (!found) return
  throw fieldError(
    'ranking.refused_field',
    pointer,
    `got "${field}", which by the word "${found.word}" tells of ${found.about}; nobody is ranked by origin, nationality, religion, first names or persons. Take a field about votes, homes or doors`,
  )
}

/** Words of a name in any usual spelling: snake_case, camelCase, with spaces. */
function wordsOf(field: string): string[] {
  const parted = field
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
  return plainWords(parted)
    .split(' ')
    .filter((word) => word !== '' && !LINKS.has(word))
}

/** The word, and what it is the plural of. */
function stemsOf(word: string): string[] {
  return [...new Set([word, word.replace(/[sx]$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')])]
}

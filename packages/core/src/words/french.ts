/** French grammar of street names: « la rue », « l’escalier », « du boulevard ». Knows nothing of routes. */
import type { Grammarize } from './phrases.ts'

/**
 * Kinds of way that osrm-text-instructions 0.15 has no article for, or a wrong one (« la ancienne route »).
 * Matched at the beginning of a name, whole words, without regard to case and accents.
 */
const ARTICLES: [article: 'le ' | 'la ' | 'l’' | 'les ', kinds: string][] = [
  ['l’', 'ancien ancienne arcade écoquartier enclos escalier espace hôtel île îlot'],
  ['les ', 'allées arcades arènes berges degrés escaliers galeries jardins marches quais quinconces'],
  [
    'le ',
    'bois carré carrefour champ cloître couloir cul-de-sac domaine faubourg hameau jardin mail marché parking plateau port quartier rang rempart terre-plein val vallon',
  ],
  [
    'la ',
    'berge boucle butte côte coulée courtine dalle descente digue gare grand-place grande halle jetée levée nouvelle passerelle petite piste placette porte rampe ravine résidence rotonde ruelle ruellette trouée venelle vieille zone',
  ],
]

const ARTICLE_OF = new Map(
  ARTICLES.flatMap(([article, kinds]) => kinds.split(' ').map((kind) => [plain(kind), article] as const)),
)

export interface FrenchNames {
  /**
   * The street name as French says it inside a sentence: « la rue Condorcet », « l’escalier Sainte-Dévote ».
   * A name whose kind is unknown comes back as it is; an article that belongs to the name loses its capital.
   */
  withArticle: (name: string) => string
  /** « de » before a street name: « du boulevard Magenta », « de l’escalier », « des allées ». */
  withDe: (name: string) => string
  /**
   * « Vous êtes arrivé … »: « au 12 bis, rue Condorcet », « rue Condorcet » (French needs no preposition there),
   * « à Bondy » for a name of unknown kind.
   */
  arrivalPlace: (name: string) => string
}

/** @param grammarize  for kinds of way that are not listed here */
export function frenchNames(grammarize: Grammarize): FrenchNames {
  const withArticle = (name: string): string => {
    const text = name.trim().replace(/'/g, '’')
    if (text === '') return ''
    const own = /^(Le|La|Les) (?=\S)|^L’(?=\S)/.exec(text)
    if (own) return text.charAt(0).toLowerCase() + text.slice(1)

    const kind = /^\S+/.exec(text)?.[0] ?? ''
    const article = ARTICLE_OF.get(plain(kind))
    if (article !== undefined) return article + kind.toLowerCase() + text.slice(kind.length)
    // « Grand’Rue », « Grand-Rue de … »
    if (/^grand[’-]rue\b/i.test(text)) return `la ${text.charAt(0).toLowerCase()}${text.slice(1)}`
    return spelledAs(text, grammarize(text, 'article'))
  }
  return {
    withArticle,
    withDe(name) {
      const text = withArticle(name)
      if (text.startsWith('le ')) return `du ${text.slice(3)}`
      if (text.startsWith('les ')) return `des ${text.slice(4)}`
      return /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(text) ? `d’${text}` : `de ${text}`
    },
    arrivalPlace(name) {
      const text = name.trim().replace(/'/g, '’')
      if (/^\d/.test(text)) return `au ${text}`
      const street = withArticle(text)
      return street === text ? grammarize(text, 'arrival') : street.replace(/^(le |la |les |l’)/, '')
    },
  }
}

/** The article and small letters of a sentence, in the spelling of the name: « l’allee des Camelias ». */
function spelledAs(name: string, said: string): string {
  const article = /^(le |la |les |l’)/.exec(said)?.[0] ?? ''
  const rest = said.slice(article.length)
  if (rest.length !== name.length) return said
  return (
    article +
    Array.from(name, (letter, i) =>
      rest[i] === rest[i]?.toLowerCase() ? letter.toLowerCase() : letter,
    ).join('')
  )
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}

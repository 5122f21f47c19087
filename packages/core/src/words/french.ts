/** French grammar of street names: « la rue », « l’escalier », « du boulevard ». Knows nothing of routes. */
import { articleOf } from './french-articles.ts'
import type { Grammarize } from './phrases.ts'
import { languageOf, namesIn } from './street-names.ts'

export interface FrenchNames {
  /**
   * The street name as French says it inside a sentence: « la rue Condorcet », « l’escalier Sainte-Dévote »,
   * « la RD 10 »; each of two names with its own article. A name whose kind is unknown comes back as it is; an article
   * that belongs to the name loses its capital.
   */
  withArticle: (name: string) => string
  /** « de » before a street name: « du boulevard Magenta », « de l’escalier », « des allées ». */
  withDe: (name: string) => string
  /**
   * « Vous êtes arrivé … »: « au 12 bis, rue Condorcet », « rue Condorcet », « rue de la Servette 69 » (French needs no
   * preposition there), « à Bondy » for a name of unknown kind, « à l’adresse Fizeaustraat 23 ».
   */
  arrivalPlace: (address: string) => string
}

/** @param grammarize  for kinds of way that are not listed in french-articles.ts */
export function frenchNames(grammarize: Grammarize): FrenchNames {
  const oneWithArticle = (name: string): string => {
    if ((languageOf(name) ?? 'fr') !== 'fr') return name
    const own = /^(Le|La|Les) (?=\S)|^L’(?=\S)/.exec(name)
    if (own) return small(name)
    // « Grand’Rue », « Grand-Rue de … »
    if (/^grand[’-]rue\b/i.test(name)) return `la ${small(name)}`
    const known = articleOf(name)
    if (known) return known.article + (known.keepsCapital ? name : smallFirstWord(name))
    return spelledAs(name, grammarize(name, 'article'))
  }
  const withArticle = (name: string): string => namesOf(name).map(oneWithArticle).join(' / ')
  return {
    withArticle,
    withDe: (name) => namesOf(name).map(oneWithArticle).map(withDe).join(' / '),
    arrivalPlace(address) {
      const text = address.trim().replace(/'/g, '’')
      if (/^\d/.test(text)) return `au ${text}`
      const street = withArticle(text)
      if (street !== text) return street.replace(/^(le |la |les |l’)/, '')
      return /\d/.test(text) ? `à l’adresse ${text}` : grammarize(text, 'arrival')
    },
  }
}

function namesOf(name: string): string[] {
  return namesIn(name.replace(/'/g, '’'))
}

function withDe(named: string): string {
  if (named.startsWith('le ')) return `du ${named.slice(3)}`
  if (named.startsWith('les ')) return `des ${named.slice(4)}`
  return /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(named) ? `d’${named}` : `de ${named}`
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function smallFirstWord(name: string): string {
  return name.replace(/^\S+/, (word) => word.toLowerCase())
}

/** The article and small letters of a sentence, in the spelling of the name: « l’allee des Camelias ». */
function spelledAs(name: string, said: string): string {
  const article = /^(le |la |les |l’)/.exec(said)?.[0] ?? ''
  const rest = said.slice(article.length)
  if (rest.length !== name.length) return said
  const letters = Array.from(name, (letter, i) =>
    rest[i] === rest[i]?.toLowerCase() ? letter.toLowerCase() : letter,
  )
  return article + letters.join('')
}

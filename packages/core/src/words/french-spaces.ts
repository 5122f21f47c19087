/**
 * The spaces that French sets before high punctuation and inside its quotation marks, none of which a line may break
 * at (Imprimerie nationale, Lexique des règles typographiques, "Ponctuation"). Words are written with plain spaces,
 * which one sees; whoever says them sets them here.
 */
import { NARROW_SPACE, SPACE } from './phrases.ts'

/** Before a mark that ends a clause. */
const NARROW = / (?=[;?!])/g
/** Before a colon or what closes a quotation, behind what opens one, between a number and its unit. */
const WIDE = / (?=[:»])|(?<=«) |(?<=\d) (?=(?:%|m|km|s|min|Mo|points?)(?![\p{L}\d]))/gu

/** The text with spaces as French sets them; what is set already stays. */
export function setFrench(text: string): string {
  return text.replace(NARROW, NARROW_SPACE).replace(WIDE, SPACE)
}

/** Words with all their texts set, and those that their functions will make; patterns and numbers stay as they are. */
export function setFrenchWords<Words>(words: Words): Words {
  return setAny(words) as Words
}

function isSay(words: unknown): words is (...given: unknown[]) => unknown {
  return typeof words === 'function'
}

function setAny(words: unknown): unknown {
  if (typeof words === 'string') return setFrench(words)
  if (isSay(words)) return (...given: unknown[]) => setAny(words(...given))
  if (Array.isArray(words)) return words.map(setAny)
  if (typeof words !== 'object' || words === null || words instanceof RegExp) return words
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, setAny(each)]))
}

/**
 * Letters and digits of any script made comparable, so that two spellings of one name are equal and no name is lost.
 */

/** Letters that Unicode does not take apart, though people write them either way. */
const SAME_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  // Greek: a sigma at the end of a word, where capitals have only one.
  ς: 'σ',
  // Arabic and Persian: alef with and without wasla, yeh and alef maksura, teh marbuta and heh, kaf.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
}
const SAME_LETTER = new RegExp(`[${Object.keys(SAME_LETTERS).join('')}]`, 'g')

/**
 * Marks that one may leave out: accents (Latin, Greek, Cyrillic), vowel points (Hebrew, Arabic), hamza, and the stroke
 * that lengthens an Arabic word. Marks of other scripts are vowels and voicing (Devanagari, Thai, Kana): they stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g

/** Joiners and marks of direction: nobody sees them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/**
 * Lower case, without what people leave out, wide letters and digits of all scripts as plain ones: "Ἑρμοῦ" is "ΕΡΜΟΥ",
 * "Œuvre" is "oeuvre", "１２" and "١٢" are "12". Punctuation and spaces stay.
 *
 * Source: compatibility decomposition, https://www.unicode.org/reports/tr15/
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(OPTIONAL_MARKS, '')
    .replace(SAME_LETTER, (letter) => SAME_LETTERS[letter]!)
    .replace(/[^\P{Nd}0-9]/gu, digitOf)
    .normalize('NFC')
}

/** Words of plain letters with one space between them. Apostrophes and hyphens part words. */
export function plainWords(text: string): string {
  return plainLetters(text)
    .replace(/[^\p{L}\p{M}\p{N}]|[\u02b9-\u02bc]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** Every block of ten digits begins at a code point that ends in 0 or 6. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0)!
  const last = code & 0xf
  const isFirst = (zero: number) => /\p{Nd}/u.test(String.fromCodePoint(zero))
  return String(last <= 9 && isFirst(code - last) ? last : last - 6)
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLetters, plainWords } from '@doorwalk/core/letters'

describe('plain letters', () => {
  it.each([
    ['Œuvre', 'oeuvre'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Łódź', 'lodz'],
    ['İstiklâl', 'istiklal'],
    ['ISPARTA', 'ısparta'],
    ['Ερμού', 'ΕΡΜΟΥ'],
    ['Ἑρμοῦς', 'ερμους'],
    ['ΟΔΟΣ', 'οδός'],
    ['Королёва', 'КОРОЛЕВА'],
    ['თბილისი', 'ᲗᲑᲘᲚᲘᲡᲘ'],
    ['الأمير', 'الامير'],
    ['شَارِع', 'شارع'],
    ['شـــارع', 'شارع'],
    ['مدرسة', 'مدرسه'],
    ['شُלוֹם', 'شלום'],
    ['רְחוֹב', 'רחוב'],
    ['１２ Ａ', '12 a'],
    ['١٢٣', '123'],
    ['۴۵', '45'],
    ['१२', '12'],
    ['๑๒', '12'],
    ['ｶﾞ', 'ガ'],
    ['zero\u200bwidth', 'zerowidth'],
  ])('%s is %s', (a, b) => {
    expect(plainLetters(a)).toBe(plainLetters(b))
  })

  it('keeps what tells words apart: vowels of Devanagari and Thai, voicing of Kana, syllables of Hangul', () => {
    for (const [a, b] of [
      ['मार्ग', 'मर्ग'],
      ['ถนนสีลม', 'ถนนสลม'],
      ['ガ', 'カ'],
      ['한글', '한걸'],
    ])
      expect(plainLetters(a!)).not.toBe(plainLetters(b!))
    expect(plainWords('महात्मा गांधी मार्ग')).toBe('महात्मा गांधी मार्ग')
    expect(plainWords('ถนนสีลม')).toBe('ถนนสีลม')
  })

  it('loses no letter or digit of any script, and says the same of what it said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const plain = plainLetters(text)
        expect(plainLetters(plain)).toBe(plain)
        const letters = plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0
        if (/[\p{L}\p{N}]/u.test(text.replaceAll('\u0640', ''))) expect(letters).toBeGreaterThan(0)
      }),
    )
  })
})

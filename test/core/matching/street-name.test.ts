import { isHouseNumber, mayBeOneStreet, plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('two names', () => {
  it.each([
    ['C/ Mayor', 'Calle Mayor'],
    ['N Main St', 'North Main Street'],
    ['Długa', 'ulica Długa'],
    ['Av. Jean Jaurès', 'AVENUE DU PRESIDENT JEAN JAURES'],
    ['V. Roma', 'Via Roma'],
  ])('may be one street: %s, %s', (a, b) => {
    expect([mayBeOneStreet(a, b), mayBeOneStreet(b, a)]).toEqual([true, true])
  })

  it.each([
    ['Main Street', 'Oak Street'],
    ['Rue du 8 Mai', 'Rue du 18 Mai'],
    ['Rue', 'Rue de la Paix'],
    ['人民路', '解放路'],
    ['', ''],
  ])('are two: %s, %s', (a, b) => {
    expect([mayBeOneStreet(a, b), mayBeOneStreet(b, a)]).toEqual([false, false])
  })
})

describe('plain street names', () => {
  it.each([
    ["Bd. de l'Hôpital", "BOULEVARD DE L'HOPITAL"],
    ['12AVENUEMAX DORMOY', '12avenuemax dormoy'],
    ['MAIN ST', 'Main Street'],
    ['Rue St-Jean', 'Rue Saint Jean'],
    ['Sunset Dr', 'Sunset Drive'],
    ['R DR CALMETTE', 'Rue Docteur Calmette'],
    ['Hauptstr.', 'Hauptstraße'],
    ['Οδός Ερμού', 'ΟΔΟΣ ΕΡΜΟΥ'],
    ['Λεωφ. Κηφισίας', 'Λεωφόρος Κηφισίας'],
    ['ул. Ленина', 'улица Ленина'],
    ['вул. Хрещатик', 'Вулиця Хрещатик'],
    ['شارع الأمير', 'شارع الامير'],
    ['רחוב דיזנגוף', 'רְחוֹב דִּיזֶנְגּוֹף'],
    ['Лук’янівська', "Лук'янівська"],
    ['３丁目', '3丁目'],
  ])('%s is %s', (a, b) => {
    expect(plainStreet(a)).toBe(plainStreet(b))
  })

  it.each([
    ['Οδός Ερμού', 'Οδός Αθηνάς'],
    ['улица Ленина', 'улица Мира'],
    ['شارع الملك فهد', 'شارع التحلية'],
    ['רחוב הרצל', 'רחוב אלנבי'],
    ['რუსთაველის გამზირი', 'აღმაშენებლის გამზირი'],
    ['南京东路', '北京西路'],
    ['ถนนสีลม', 'ถนนสุขุมวิท'],
    ['महात्मा गांधी मार्ग', 'नेहरू मार्ग'],
    ['青山通り', '表参道'],
    ['↑', '↓'],
  ])('%s is not %s', (a, b) => {
    expect(plainStreet(a)).not.toBe(plainStreet(b))
    expect(plainStreet(a)).not.toBe('')
  })

  it('never become empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => plainStreet(name) !== '' || name.trim() === ''),
    )
  })
})

describe('plain numbers', () => {
  it.each([
    ['12 BIS', '12bis'],
    ['12 bis', '12Bis'],
    ['12-b', '12B'],
    ['012', '12'],
    ['5/12', '5 / 12'],
    ['1–12', '1-12'],
    ['１２', '12'],
    ['١٢', '12'],
    ['५/१२', '5/12'],
    ['12½', '12 1/2'],
    ['3１−２', '31-2'],
  ])('%s is %s', (a, b) => {
    expect(plainNumber(a)).toBe(plainNumber(b))
  })

  it.each([
    ['5/12', '51/2'],
    ['1-12', '11-2'],
    ['1/2', '12'],
    ['1-2', '12'],
    ['1-2', '1/2'],
    ['12½', '121/2'],
    ['12bis', '12b'],
    ['12α', '12β'],
    ['1;3', '13'],
    ['12 14', '1214'],
  ])('%s is not %s', (a, b) => {
    expect(plainNumber(a)).not.toBe(plainNumber(b))
  })

  it('0 and 99999 are none, in any spelling', () => {
    expect(
      ['0', '00', '99999', '099999', '٠', '-', '', '?', 'none', '９９９９９'].filter(isHouseNumber),
    ).toEqual([])
    const houses = ['1', '10', '100', '9999', '999990', '0A', 's/n', 'б/н', 'A', '199999', '5/0']
    expect(houses.filter((number) => !isHouseNumber(number))).toEqual([])
  })
})

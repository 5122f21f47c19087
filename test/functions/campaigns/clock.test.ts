import { describe, expect, it } from 'vitest'
import { CampaignSettings } from '@doorwalk/functions/campaigns/settings'
import { dayEnd, localTime, midnight } from '@doorwalk/functions/campaigns/ballots'
import { checkDispatch, lastBallotEnd } from '@doorwalk/functions/campaigns/dispatch'

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 16)

describe('a day', () => {
  it.each([
    ['Europe/Paris', '2026-03-14', '2026-03-13T23:00', '2026-03-14T23:00'],
    ['Europe/Paris', '2026-03-29', '2026-03-28T23:00', '2026-03-29T22:00'],
    ['Europe/Paris', '2026-10-25', '2026-10-24T22:00', '2026-10-25T23:00'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00', '2026-03-09T04:00'],
    ['Pacific/Auckland', '2026-04-05', '2026-04-04T11:00', '2026-04-05T12:00'],
    // Midnight does not exist on this day: it begins at one o'clock.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00', '2026-04-24T21:00'],
    ['Asia/Kathmandu', '2026-03-14', '2026-03-13T18:15', '2026-03-14T18:15'],
  ])('in %s, %s, begins and ends with the clocks of the place', (zone, day, from, to) => {
    expect([iso(midnight(day, zone)), iso(dayEnd(day, zone))]).toEqual([from, to])
  })

  it('has local times with the offset of the moment', () => {
    expect(localTime(Date.parse('2026-03-29T00:59:59Z'), 'Europe/Paris')).toBe('2026-03-29T01:59:59+01:00')
    expect(localTime(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Paris')).toBe('2026-03-29T03:00:00+02:00')
    expect(localTime(Date.parse('2026-03-14T00:00:00Z'), 'America/St_Johns')).toBe(
      '2026-03-13T21:30:00-02:30',
    )
  })
})

describe('dispatch', () => {
  const settings = CampaignSettings.parse({ ballots: ['2026-03-29', '2026-03-22'] })
  it.each([
    ['opens at nine', '2026-03-14T09:00:00+01:00', true],
    ['not a minute before', '2026-03-14T08:59:00+01:00', false],
    ['closes at half past eight', '2026-03-14T20:30:00+01:00', true],
    ['not a minute later', '2026-03-14T20:31:00+01:00', false],
    ['by the clock of the place, whatever the offset says', '2026-03-14T19:45:00Z', false],
    ['ends a day before the first round', '2026-03-21T10:00:00+01:00', false],
    ['goes on between the rounds', '2026-03-23T09:30:00+01:00', true],
    ['until a day before the second', '2026-03-27T20:30:00+01:00', true],
    ['not on the eve of it', '2026-03-28T09:30:00+01:00', false],
    ['nor ever after', '2026-03-30T10:00:00+02:00', false],
  ])('%s', (_, at, isOpen) => {
    const check = (): void => checkDispatch(settings, { at: Date.parse(at), what: 'walk' })
    if (isOpen) expect(check).not.toThrow()
    else expect(check).toThrow('no walk at')
  })

  it('ends with the day of the last ballot, which has 23 hours in spring', () => {
    expect(lastBallotEnd(settings)).toBe(Date.parse('2026-03-30T00:00:00+02:00'))
    expect(lastBallotEnd(CampaignSettings.parse({}))).toBeUndefined()
  })
})

/** Settings of a campaign between the API and their form. */
import { describe, expect, it } from 'vitest'
import {
  endsCampaign,
  faultsOf,
  formOf,
  mergedForm,
  settingsOf,
} from '../../../web/src/console/model/campaign.ts'

const SETTINGS = {
  timeZone: 'Europe/Zurich',
  firstKnock: '09:00',
  lastKnock: '20:30',
  ballots: ['2026-03-15'],
  silenceHours: 24,
  goal: { doors: 5000, by: '2026-03-14' },
  assumptions: { learn: true, openedShare: 0.25, entrySeconds: { house: 5 } },
  revisit: { delayHours: 48, otherDaypart: false, maxAttempts: 3, maxNoAccess: 2 },
}

describe('the settings of a campaign', () => {
  it('come back as they were, with what the form does not show', () => {
    expect(settingsOf(formOf(SETTINGS), SETTINGS)).toEqual(SETTINGS)
    const open = { ...SETTINGS, goal: null }
    expect(settingsOf(formOf(open), open)).toEqual(open)
  })

  it('end the campaign where its last vote would be over, and only then', () => {
    const ends = (ballots: string[], today: string) =>
      endsCampaign({ ...formOf(SETTINGS), ballots }, SETTINGS, today)
    expect(ends(['2025-03-15'], '2026-03-01')).toBe(true)
    expect(ends(['2025-03-15', '2026-03-22'], '2026-03-01')).toBe(false)
    expect(ends(['2026-03-15'], '2026-03-15')).toBe(false)
    expect(ends([], '2026-03-01')).toBe(false)
    // It is over already.
    expect(ends(['2026-03-14'], '2026-03-20')).toBe(false)
  })

  it('take in what was changed here since, and keep what somebody else has saved', () => {
    const base = formOf(SETTINGS)
    const mine = { ...base, silenceHours: '36', ballots: [...base.ballots, '2026-03-22'] }
    const theirs = { ...base, silenceHours: '30', lastKnock: '20:00' }
    expect(mergedForm(mine, base, theirs)).toEqual({ ...mine, lastKnock: '20:00' })
    expect(mergedForm(base, base, theirs)).toEqual(theirs)
  })

  it('are refused field by field', () => {
    const form = formOf(SETTINGS)
    expect(faultsOf(form)).toEqual([])
    const wrong = [
      [{ ballots: ['2026-03-15', ''] }, '/ballots/1', 'day'],
      [{ ballots: ['2026-03-15', '2026-03-15'] }, '/ballots/1', 'twice'],
      [{ silenceHours: '' }, '/silenceHours', 'hours'],
      [{ silenceHours: '169' }, '/silenceHours', 'hours'],
      [{ firstKnock: '' }, '/firstKnock', 'time'],
      [{ lastKnock: '08:00' }, '/lastKnock', 'order'],
      [{ doors: '1.5' }, '/goal/doors', 'doors'],
      [{ by: '' }, '/goal/by', 'day'],
    ] as const
    for (const [part, pointer, fault] of wrong) {
      expect(faultsOf({ ...form, ...part, ballots: [...('ballots' in part ? part.ballots : [])] })).toEqual([
        { pointer, fault },
      ])
    }
    expect(faultsOf({ ...form, hasGoal: false, doors: 'x' })).toEqual([])
  })

  it('set what plans assume, in per cent, and only what is filled in', () => {
    const form = { ...formOf(SETTINGS), openedShare: '29', talkSeconds: '', slackShare: '7,5', learn: false }
    expect(formOf(SETTINGS)).toMatchObject({ openedShare: '25', talkSeconds: '', entrySeconds: '' })
    const { assumptions } = settingsOf({ ...form, entrySeconds: '90' }, SETTINGS)
    expect(assumptions).toEqual({
      ...{ learn: false, openedShare: 0.29, slackShare: 0.075 },
      entrySeconds: { flats: 90, house: 5 },
    })
    expect(formOf({ ...SETTINGS, assumptions })).toMatchObject({ openedShare: '29', slackShare: '7.5' })
    const wrong = { ...form, openedShare: '0.3', talkSeconds: 'long', floorSeconds: '-1', knockSeconds: '5' }
    expect(faultsOf(wrong).map(({ pointer, bounds }) => [pointer, bounds])).toEqual([
      ['/assumptions/openedShare', { from: 1, to: 100 }],
      ['/assumptions/talkSeconds', { from: 10, to: 1800 }],
      ['/assumptions/floorSeconds', { from: 0, to: 120 }],
    ])
  })

  it('are refused all at once', () => {
    const form = { ...formOf(SETTINGS), doors: 'many', by: '', ballots: ['', ''], silenceHours: '-5' }
    expect(faultsOf({ ...form, firstKnock: '', lastKnock: '' }).map(({ pointer }) => pointer)).toEqual([
      ...[
        '/goal/doors',
        '/goal/by',
        '/ballots/0',
        '/ballots/1',
        '/silenceHours',
        '/firstKnock',
        '/lastKnock',
      ],
    ])
  })
})

/** Whose turn it is: nobody waits for the long plans of others, and a crowd of one campaign waits for itself. */
import { describe, expect, it } from 'vitest'
import { type Turns, openTurns } from '@doorwalk/functions/threads/turns'
import type { Lane, Turn } from '@doorwalk/functions/ports/jobs'

let order = 0
const wish = (campaign: string, lane: Lane = 'long') => ({ turn: { campaign, lane }, order: order++ })
type Wish = ReturnType<typeof wish>

/** Begins all that may begin; the campaigns in that order. */
function beginAll(turns: Turns, waiting: Wish[]): string {
  let begun = ''
  for (let next = turns.next(waiting); next; next = turns.next(waiting)) {
    turns.begin(next.turn)
    waiting.splice(waiting.indexOf(next), 1)
    begun += next.turn.campaign
  }
  return begun
}
const many = (campaign: string, count: number, lane: Lane = 'long') =>
  Array.from({ length: count }, () => wish(campaign, lane))

describe('turns on two processors', () => {
  it('let a campaign have both, and others one beside it', () => {
    const turns = openTurns(2)
    expect(beginAll(turns, many('a', 5))).toBe('aa')
    expect(beginAll(turns, many('b', 5))).toBe('b')
    expect(beginAll(turns, many('c', 5))).toBe('c')
    expect(beginAll(turns, many('d', 1))).toBe('')
  })

  it('keep short and long ones and estimates apart, also of one campaign', () => {
    const turns = openTurns(2)
    beginAll(turns, many('a', 9))
    expect(beginAll(turns, many('a', 3, 'short'))).toBe('aa')
    expect(beginAll(turns, many('a', 3, 'estimate'))).toBe('a')
    expect(beginAll(turns, many('b', 3, 'estimate'))).toBe('b')
  })

  it('take campaigns one after the other, however much the first has asked for', () => {
    const turns = openTurns(1)
    const waiting = [...many('a', 4), ...many('b', 2), ...many('c', 1)]
    const running: Turn[] = []
    let taken = ''
    while (waiting.length > 0 || running.length > 0) {
      const next = turns.next(waiting)
      if (next) {
        turns.begin(next.turn)
        running.push(next.turn)
        waiting.splice(waiting.indexOf(next), 1)
        taken += next.turn.campaign
      } else turns.end(running.shift()!)
    }
    // All three begin at once; then whoever has nothing running, and was served longest ago.
    expect(taken).toBe('abcabaa')
  })

  it('give room in one lane as soon as a turn has changed to the other', () => {
    const turns = openTurns(1)
    const first = wish('a', 'short')
    turns.begin(first.turn)
    expect(turns.mayBegin(wish('a', 'short').turn)).toBe(false)
    first.turn.lane = 'long'
    expect(turns.mayBegin(wish('a', 'short').turn)).toBe(true)
    expect(turns.mayBegin(wish('a', 'long').turn)).toBe(false)
    turns.end(first.turn)
    expect(turns.mayBegin(wish('a', 'long').turn)).toBe(true)
  })
})

import { Shrinking } from '@doorwalk/core/solver/search/shrinking'
import { describe, expect, it } from 'vitest'

describe('shrunk budgets', () => {
  it('are a little above the mean use, and looser after each failure', () => {
    const shrinking = new Shrinking(0)
    const shares = [1, 2, 3, 4, 5].map(() => {
      const share = shrinking.next(0.5)
      shrinking.failed(share)
      return share / 0.5
    })
    expect(shares.map((share) => share.toFixed(2))).toEqual(['1.06', '1.10', '1.14', '1.18', '1.26'])
  })

  it('come closer again once everything went in', () => {
    const shrinking = new Shrinking(0)
    shrinking.failed(0.52)
    shrinking.fitted(0.6)
    expect(shrinking.next(0.5)).toBeCloseTo(0.56)
    shrinking.fitted(0.56)
    expect(shrinking.next(0.5)).toBeCloseTo(0.54)
    shrinking.failed(0.54)
    expect(shrinking.next(0.5)).toBeCloseTo(0.55)
  })

  it('are never below what one stop takes, nor above the budget', () => {
    const shrinking = new Shrinking(0.9)
    expect(shrinking.next(0.5)).toBe(0.9)
    expect(shrinking.next(0.99)).toBe(1)
    shrinking.fitted(0.9)
    shrinking.settle(0.4)
    expect(shrinking.next(0.5)).toBeCloseTo(0.55)
  })
})

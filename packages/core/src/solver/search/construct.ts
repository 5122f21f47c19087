/** The order in which the first solution takes its stops. */
import type { Model } from '../problem/model.ts'

/** Mandatory stops farthest first, then optional ones by gain per time at the stop; ties by index. */
export function constructionOrder(model: Model): number[] {
  const { problem, objective, remoteness } = model
  const rate = (stop: number): number =>
    objective.gain[stop]! / (problem.service[stop]! + remoteness[stop]! + 1)
  return Array.from(model.servable).sort((a, b) => {
    const mandatory = problem.mandatory[b]! - problem.mandatory[a]!
    if (mandatory !== 0) return mandatory
    const order = problem.mandatory[a] === 1 ? remoteness[b]! - remoteness[a]! : rate(b) - rate(a)
    return order !== 0 ? order : a - b
  })
}

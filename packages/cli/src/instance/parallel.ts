/** Several seeds at once on worker threads; the best answer counts. */
import { Worker } from 'node:worker_threads'
import { VisibleError } from '@doorwalk/core/error'
import type { Problem, Solution, SolveOptions } from '@doorwalk/core/solver/problem/problem'

export interface ParallelOptions extends Pick<
  SolveOptions,
  'seed' | 'iterations' | 'noImprovement' | 'previous' | 'weights'
> {
  /** Threads, one seed each: seed, seed + 1, … */
  workers: number
  /** Wall time of each thread; a cap on top of the iterations. */
  milliseconds?: number
}

/**
 * Solves one problem with `workers` seeds and returns the best solution: fewest mandatory stops left out, then most
 * prize, then least walking, then the lowest seed. The same for the same seed, iterations and workers.
 *
 * @throws VisibleError `solver.parallel` when durations are a function: functions cannot go to another thread
 */
export async function solveParallel(problem: Problem, options: ParallelOptions): Promise<Solution> {
  if (typeof problem.durations === 'function') {
    const detail = 'durations are a function, expected a matrix; split the problem into smaller ones'
    throw new VisibleError('input', 'solver.parallel', detail)
  }
  const { workers, ...rest } = options
  const jobs = Array.from({ length: Math.max(1, workers) }, (_, i) =>
    runWorker(problem, { ...rest, seed: rest.seed + i }),
  )
  const solutions = await Promise.all(jobs)
  return solutions.reduce((best, solution) => (isBetter(problem, solution, best) ? solution : best))
}

function runWorker(problem: Problem, options: Omit<ParallelOptions, 'workers'>): Promise<Solution> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./solve-worker.mjs', import.meta.url), {
      workerData: { problem, options },
    })
    worker.once('message', (solution: Solution) => {
      resolve(solution)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`solver thread ended with code ${code}`))
    })
  })
}

function isBetter(problem: Problem, a: Solution, b: Solution): boolean {
  const missing = (solution: Solution): number =>
    solution.unserved.reduce((count, stop) => count + problem.mandatory[stop]!, 0)
  if (missing(a) !== missing(b)) return missing(a) < missing(b)
  return a.prize !== b.prize ? a.prize > b.prize : a.walking < b.walking
}

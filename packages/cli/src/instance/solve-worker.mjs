// One thread of solveParallel: takes a problem and options, posts the solution.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { solve } = await import('@doorwalk/core/solver/solve')
const { milliseconds, ...options } = workerData.options
const now = () => performance.now()
const limit = milliseconds === undefined ? {} : { now, deadline: now() + milliseconds }
parentPort.postMessage(solve(workerData.problem, { ...options, ...limit }))

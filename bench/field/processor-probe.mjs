// Loaded before a command by `--import`: when it ends, writes how long it computed, all its threads together.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const { PROCESSOR_FILE } = process.env
if (isMainThread && PROCESSOR_FILE !== undefined) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeFileSync(PROCESSOR_FILE, String((user + system) / 1_000_000))
  })
}

// Loaded into a server by NODE_OPTIONS: at SIGUSR2 it collects and appends a line to HEAP_FILE that says what is left.
import { appendFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

const file = process.env.HEAP_FILE
if (isMainThread && file) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    collect()
    collect()
    appendFileSync(file, `${JSON.stringify(process.memoryUsage())}\n`)
  })
}

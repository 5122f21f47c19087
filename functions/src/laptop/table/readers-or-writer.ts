/**
 * Many read at once, or one writes. Who waits is let in before the next of the other kind, so that neither keeps the
 * other out.
 */

export interface ReadersOrWriter {
  reading<Value>(read: () => Promise<Value>): Promise<Value>
  writing<Value>(write: () => Promise<Value>): Promise<Value>
}

export function readersOrWriter(): ReadersOrWriter {
  let readers = 0
  let isWriting = false
  const waitingReaders: (() => void)[] = []
  const waitingWriters: (() => void)[] = []

  function admitWriter(): void {
    const enter = readers === 0 ? waitingWriters.shift() : undefined
    if (!enter) return
    isWriting = true
    enter()
  }

  return {
    async reading(read) {
      // Counted by whoever lets them in.
      if (isWriting || waitingWriters.length > 0) await new Promise<void>((go) => waitingReaders.push(go))
      else readers++
      try {
        return await read()
      } finally {
        readers--
        admitWriter()
      }
    },
    async writing(write) {
      if (isWriting || readers > 0) await new Promise<void>((go) => waitingWriters.push(go))
      else isWriting = true
      try {
        return await write()
      } finally {
        isWriting = false
        readers += waitingReaders.length
        for (const enter of waitingReaders.splice(0)) enter()
        admitWriter()
      }
    },
  }
}

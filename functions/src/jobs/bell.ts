/** A bell that also rings by itself, and that is heard by who was busy while it rang. */

export function openBell(): { ring: () => void; listen: (milliseconds: number) => Promise<void> } {
  let heard = (): void => undefined
  return {
    ring: () => heard(),
    /** From now on, until the bell rings. */
    listen: (milliseconds) =>
      new Promise((done) => {
        const timer = setTimeout(done, milliseconds)
        heard = () => {
          clearTimeout(timer)
          done()
        }
      }),
  }
}

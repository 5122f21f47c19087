/** The program of a thread as one text, which loads in a tenth of the time that its sources take. */
export interface ThreadCode {
  text: string
  /** The stack of an error with places in the sources, in place of those in the text. */
  withSources(stack: string): string
}

/** Undefined: only the sources are at hand. */
export type LoadCode = () => Promise<ThreadCode | undefined>

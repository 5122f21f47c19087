/** A file that is written line by line and stands under its name once it is whole. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Characters that are gathered before they are written. */
const GATHERED = 64 * 1024

let drafts = 0

export class WholeFile {
  private readonly path: string
  private readonly draft: string
  private readonly handle: FileHandle
  private text = ''

  private constructor(path: string, { draft, handle }: { draft: string; handle: FileHandle }) {
    this.path = path
    this.draft = draft
    this.handle = handle
  }

  static async at(path: string): Promise<WholeFile> {
    const draft = join(dirname(path), `.${basename(path)}.${process.pid}-${drafts++}.part`)
    const handle = await open(draft, 'w').catch((error: unknown) => {
      // Of the file that was asked for, not of its draft.
      throw Object.assign(error as Error, { path })
    })
    return new WholeFile(path, { draft, handle })
  }

  async add(text: string): Promise<void> {
    this.text += text
    if (this.text.length < GATHERED) return
    const ready = this.text
    this.text = ''
    await this.handle.writeFile(ready)
  }

  /** Path of what was written so far, all of it; it is not under its name yet. */
  async close(): Promise<string> {
    await this.handle.writeFile(this.text)
    await this.handle.close()
    return this.draft
  }

  async finish(): Promise<void> {
    await this.close()
    await rename(this.draft, this.path)
  }

  /** Nothing is left of it. */
  async drop(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    await rm(this.draft, { force: true })
  }
}

/** A file that is written line by line and stands under its name once it is whole. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Characters that are gathered before they are written. */
const GATHERED = 64 * 1024

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
    const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
    return new WholeFile(path, { draft, handle: await open(draft, 'w') })
  }

  async add(text: string): Promise<void> {
    this.text += text
    if (this.text.length < GATHERED) return
    const ready = this.text
    this.text = ''
    await this.handle.write(ready)
  }

  async finish(): Promise<void> {
    await this.handle.write(this.text)
    await this.handle.close()
    await rename(this.draft, this.path)
  }

  /** Nothing is left of it. */
  async drop(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    await rm(this.draft, { force: true })
  }
}

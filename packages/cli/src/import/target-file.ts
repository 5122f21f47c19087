/** Targets as JSON, written as they come: of one id the last counts, and the list may be longer than memory is wide. */
import type { TargetOverride } from '@doorwalk/core/request/request'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { WholeFile } from './whole-file.ts'

export class TargetFile {
  private readonly path: string | undefined
  private readonly draft: WholeFile | undefined
  /** Line of the draft in which the last of an id stands. */
  private readonly lineOf = new Map<string, number>()
  private readonly replaced = new Set<number>()
  private lines = 0

  private constructor(path: string | undefined, draft: WholeFile | undefined) {
    this.path = path
    this.draft = draft
  }

  /** @param path  undefined: they are counted only */
  static async at(path: string | undefined): Promise<TargetFile> {
    return new TargetFile(path, path === undefined ? undefined : await WholeFile.at(path))
  }

  get count(): number {
    return this.lineOf.size
  }

  /** Whether one of the same id came before. */
  async add(target: TargetOverride): Promise<boolean> {
    const before = this.lineOf.get(target.id)
    if (before !== undefined) this.replaced.add(before)
    this.lineOf.set(target.id, this.lines++)
    if (this.draft) await this.draft.add(`${JSON.stringify(target)}\n`)
    return before !== undefined
  }

  /** Stands under its name once it is whole. */
  async finish(): Promise<void> {
    if (this.path === undefined || !this.draft) return
    const file = await WholeFile.at(this.path)
    try {
      const draft = await this.draft.close()
      let [line, between] = [0, '{"targets":[\n']
      for await (const target of createInterface({ input: createReadStream(draft) })) {
        if (this.replaced.has(line++)) continue
        await file.add(`${between}${target}`)
        between = ',\n'
      }
      await file.add('\n]}\n')
    } catch (error) {
      await file.drop()
      throw error
    } finally {
      await this.draft.drop()
    }
    await file.finish()
  }

  /** Nothing is left of it. */
  async drop(): Promise<void> {
    await this.draft?.drop()
  }
}

/** The order of files: those that start processes of their own first, so that no worker ends long after the other. */
import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const STARTS_PROCESSES = /\/(serve|batch|installation)\.ts'/

export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isFirst = new Map(
      sorted.map((file) => [file, STARTS_PROCESSES.test(readFileSync(file.moduleId, 'utf8'))]),
    )
    return sorted.toSorted((a, b) => Number(isFirst.get(b)) - Number(isFirst.get(a)))
  }
}

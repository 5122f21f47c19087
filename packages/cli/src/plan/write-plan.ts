/** A plan as files in a folder: `plan.json`, and every form that the command writes. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Format, surroundingsOf } from '@doorwalk/core/formats/format'
import { FORMATS } from '@doorwalk/core/formats/formats'
import type { Regions } from '@doorwalk/core/ports'
import type { PrintSize } from '@doorwalk/core/sheet/style'
import type { Plan } from '@doorwalk/core/walk/answer'

const PLAN_FILE = 'plan.json'
/** Stands for the number of a walk in the name of a file. */
const NUMBER = 'NN'
const FORMS: Format[] = Object.values(FORMATS)

/** Names of the files, those of walks with `NN`. */
export const PLAN_FILES = [PLAN_FILE, ...FORMS.flatMap(({ file = [] }) => file)]

/** Replaces an earlier plan's files; leaves everything else in the folder alone. */
export async function writePlan(
  plan: Plan,
  { regions, folder, print }: { regions: Regions; folder: string; print?: PrintSize | undefined },
): Promise<void> {
  const files = await filesOf(plan, { regions, print })
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) if (isOfWalk(name)) await rm(join(folder, name))
  for (const [name, text] of files) await writeFile(join(folder, name), text)
}

async function filesOf(
  plan: Plan,
  { regions, print }: { regions: Regions; print: PrintSize | undefined },
): Promise<[name: string, text: string][]> {
  const around = surroundingsOf(regions, { ...plan, print })
  const files: [string, string][] = [[PLAN_FILE, asFile(JSON.stringify(plan, null, 1))]]
  for (const form of FORMS) {
    if (form.file === undefined) continue
    if (form.plan && !form.file.includes(NUMBER)) {
      files.push([form.file, asFile(await form.plan(plan, around))])
      continue
    }
    for (const walk of plan.walks) {
      const number = String(walk.number).padStart(2, '0')
      files.push([form.file.replace(NUMBER, number), asFile(await form.walk(walk, around))])
    }
  }
  return files
}

/** A text file ends with a line break. */
function asFile(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

function isOfWalk(name: string): boolean {
  return PLAN_FILES.some((pattern) => {
    const [before = '', after] = pattern.split(NUMBER)
    if (after === undefined || !name.startsWith(before) || !name.endsWith(after)) return false
    return /^\d+$/.test(name.slice(before.length, name.length - after.length))
  })
}

/** `doorwalk import`: a campaign's own list, from whatever spreadsheet, as targets for a plan. */
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { openRegionTargets, type RegionTargets } from '@doorwalk/functions/imports/region-targets'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { type Language, LANGUAGES } from '@doorwalk/core/words/languages'
import { LIST_LANGUAGE } from '@doorwalk/prepare/list-words/say'
import { ListError } from '@doorwalk/prepare/sheets/list-error'
import { fileSource } from '@doorwalk/prepare/sheets/list-source'
import { LIST_FIELDS } from '@doorwalk/core/words/list-fields'
import { listAs } from '@doorwalk/prepare/target-lists/list-as'
import { mappingLines } from '@doorwalk/prepare/target-lists/list-report'
import { readList } from '@doorwalk/prepare/target-lists/read-list'
import { importLines, importList, type Imported } from '../import/import-list.ts'
import { TargetFile } from '../import/target-file.ts'
import { WholeFile } from '../import/whole-file.ts'
import { required, usage } from '../terminal/arguments.ts'
import { command, type Given } from '../terminal/command.ts'

const OPTIONS = {
  region: { type: 'string' },
  as: { type: 'string', multiple: true },
  sheet: { type: 'string' },
  'dry-run': { type: 'boolean' },
  out: { type: 'string' },
  report: { type: 'string' },
  language: { type: 'string' },
} as const

const HELP = `doorwalk import FILE --region DIR (--out targets.json | --dry-run)

  FILE                CSV in any encoding and with any separator, Excel (.xlsx, .xls), LibreOffice (.ods), GeoJSON or JSON
  --region DIR        a region made by "doorwalk prepare"
  --as FIELD=COLUMN   what a column is, where it is taken for something else; may be repeated. ignore=COLUMN: not to be
                      read. Fields: ${LIST_FIELDS.slice(0, 10).join(', ')},
                      ${LIST_FIELDS.slice(10).join(', ')}
  --sheet NAME        of a workbook                        (default: the first that shows and holds a list)
  --dry-run           writes no targets: shows how the columns are read and what each line comes to
  --out FILE          the targets, for "doorwalk plan --targets FILE" and POST /v1/buildings
  --language en|fr    of what is said of columns and lines, and of the report (default: en)
  --report FILE.csv   each line that was put right, refused or is doubtful: field, what came, what was expected

Columns with names, e-mail addresses, phone numbers, birth dates or remarks are named and not stored.`

export const importCommand = command({
  help: HELP,
  options: OPTIONS,
  positionals: 1,
  async run({ values, positionals: [file] }, io) {
    checkOptions(values, file)
    const region = required('region', values.region)
    await checkFile(file)
    const language = languageOf(values.language)
    const as = listAs(values.as ?? [])
    const regions = diskRegions([region])
    const name = basename(resolve(region))
    const { bbox } = await regions.manifest(name)
    let opened: Promise<RegionTargets> | undefined
    // Lists of positions alone need none of it.
    const open = (): Promise<RegionTargets> => (opened ??= openRegionTargets(regions, name))
    const sheet = values.sheet === undefined ? {} : { sheet: values.sheet }
    const list = await readList(fileSource(file), { bbox, as, ...sheet }).catch((error: unknown) => {
      throw error instanceof ListError ? error.in(language) : error
    })
    for (const line of mappingLines(list.mapping, language)) io.out(line)
    const report = values.report === undefined ? undefined : await WholeFile.at(values.report)
    const targets = await TargetFile.at(values.out).catch(async (error: unknown) => {
      await report?.drop()
      throw error
    })
    const all = await importList(list, { targets, report, io, open, language }).catch(
      async (error: unknown) => {
        await Promise.all([report?.drop(), targets.drop()])
        throw error
      },
    )
    await report?.finish()
    for (const line of importLines(all, values.report)) io.out(line)
    if (all.taken === 0) {
      await targets.drop()
      throw nothing(file, all)
    }
    await targets.finish()
    if (values.out !== undefined) io.out(`${targets.count} targets written to ${values.out}`)
  },
})

function languageOf(said: string | undefined): Language {
  const known = LANGUAGES.find((one) => one === (said ?? LIST_LANGUAGE))
  if (known) return known
  throw usage(`--language: got "${said}", expected one of ${LANGUAGES.join(', ')}`)
}

type Values = Given<typeof OPTIONS>['values']

function checkOptions(
  { out, report, 'dry-run': isDry }: Values,
  file: string | undefined,
): asserts file is string {
  if (file === undefined) throw usage('FILE is missing, the list to import; see --help')
  if (out === undefined && !isDry) throw usage('--out FILE is missing; with --dry-run nothing is written')
  if (out !== undefined && isDry) throw usage('--dry-run writes no --out; leave one of them out')
  for (const [name, path] of Object.entries({ out, report }))
    if (path !== undefined && resolve(path) === resolve(file))
      throw usage(`--${name}: got the list itself, "${path}"; choose another file`)
  if (out !== undefined && report !== undefined && resolve(out) === resolve(report))
    throw usage(`--out and --report are the same file, "${out}"; choose another for one of them`)
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error)
  const why =
    found instanceof Error
      ? found.code === 'ENOENT'
        ? 'there is no such file'
        : `it cannot be read (${found.code})`
      : found.isDirectory()
        ? 'it is a folder; expected a file'
        : undefined
  if (why !== undefined) throw new VisibleError('input', 'file.unreadable', `${file}: ${why}`)
}

function nothing(file: string, { lines, said }: Imported): VisibleError {
  const why = said[0] === undefined ? '' : `; the first is ${said[0]}`
  return new VisibleError(
    'input',
    'list.nothing',
    `${basename(file)}: none of ${lines} lines can be used${why}`,
  )
}

/** `doorwalk evaluate`: what canvassing did, by the results of the precincts and the draw of an unsealed hold-out. */
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { evaluate } from '@doorwalk/core/evaluation/evaluation'
import { parseInput } from '@doorwalk/core/request/parse'
import { VisibleError } from '@doorwalk/core/error'
import { evaluationReport } from '../evaluate/report.ts'
import { resultsOf } from '../evaluate/read-results.ts'
import { readJson, required } from '../terminal/arguments.ts'
import { command } from '../terminal/command.ts'

const OPTIONS = {
  assignment: { type: 'string' },
  results: { type: 'string' },
  precinct: { type: 'string' },
  votes: { type: 'string' },
  registered: { type: 'string' },
  share: { type: 'string' },
  last: { type: 'string' },
  out: { type: 'string' },
} as const

const HELP = `doorwalk evaluate --assignment FILE --results FILE [--out FILE.json]

  --assignment FILE    the answer of GET /v1/holdouts/{holdoutId}/assignment, once the hold-out is unsealed
  --results FILE       a line a precinct: CSV, GeoJSON, GeoParquet, GeoPackage or SQLite;
                       or the body of POST /v1/holdouts/{holdoutId}/evaluation as .json
  --precinct COLUMN    its code                         (default: precinct, code_bv, code …)
  --votes COLUMN       counted for whom you measure     (default: votes, voix)
  --registered COLUMN  voters that the share is of      (default: registered, inscrits)
  --share COLUMN       instead of both: per cent, or fractions of 1
  --last COLUMN        the same share at the vote before (default: last): a regression on it is the check
  --out FILE           all of it as JSON

Difference with its 95 % interval, the smallest effect that this design could have shown, pairs that miss a
result. Before and after are not compared: precincts that nobody was sent to move as well.`

/** Answer of `GET /v1/holdouts/{holdoutId}/assignment`. */
const AssignmentFile = z.strictObject({
  units: z
    .array(
      z.strictObject({
        unit: z.string(),
        stratum: z.number().int(),
        heldOut: z.boolean(),
        doors: z.number().int().optional(),
      }),
    )
    .min(1),
})

/** Lines shown; the count is complete. */
const MAX_LINES = 20

export const evaluateCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const [assignment, results] = (['assignment', 'results'] as const).map((name) =>
      required(name, values[name]),
    ) as [string, string]
    if (values.out !== undefined && !/\.json$/i.test(values.out))
      throw new VisibleError(
        'input',
        'usage',
        `--out: got "${values.out}", expected a name that ends in .json`,
      )
    const read = { what: assignment, code: 'evaluation.assignment' }
    const { units } = parseInput(AssignmentFile, await readJson(assignment), read)
    const { precinct, votes, registered, share, last } = values
    const file = await resultsOf(results, { precinct, votes, registered, share, last })
    const told = evaluate({ units, request: file.request })
    if (values.out !== undefined) await writeFile(values.out, `${JSON.stringify(told, null, 1)}\n`)
    const columns = Object.entries(file.columns).map(([field, column]) => `${field} is "${column}"`)
    if (columns.length > 0) io.err(`${results}: ${columns.join(', ')}`)
    if (file.skipped.length > 0) io.err(`${file.skipped.length} lines of ${results} are left out:`)
    for (const { line, field, came, expected } of file.skipped.slice(0, MAX_LINES))
      io.err(`  line ${line}, ${field}: got "${came}", expected ${expected}`)
    io.out(evaluationReport(told))
    if (values.out !== undefined) io.out(`Written to ${values.out}`)
  },
})

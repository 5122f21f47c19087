/**
 * Ours against what canvassers do without a solver, on real streets: what walks bring and what people see of them, with
 * random priorities and where each door counts alike. Prints one table, and writes one picture per method and place.
 *
 *     npm run bench:field -- [--regions DIR] [--dir DIR] [--out DIR] [--seeds 4] [--volunteers 10] [--minutes 90]
 *                            [--iterations N] [--compactness C]
 *
 * `--regions` holds prepared regions (default: the bundled one), `--dir` canvassing instances. The same stops, matrix,
 * door times and budgets for every method. Repeatable: the solver runs on iterations; its figures are means over seeds.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { citiesIn } from './city.ts'
import { type Figures, figuresOf, meanOf, placeOf, shapesOf } from './figures.ts'
import { METHODS, OURS } from './methods.ts'
import { pictureOf } from './shape.ts'
import { type Subject, instancesIn } from './subject.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    ...{ regions: text, dir: text, out: text, iterations: text },
    compactness: { type: 'string', default: '0.001' },
    seeds: { type: 'string', default: '4' },
    volunteers: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '90' },
  },
})
const bundled = resolve(import.meta.dirname, '../../data')
const subjects = [
  ...(values.dir === undefined ? [] : instancesIn(values.dir)),
  ...(values.dir !== undefined && values.regions === undefined
    ? []
    : await citiesIn(values.regions ?? bundled, {
        volunteers: Number(values.volunteers),
        minutes: Number(values.minutes),
      })),
]
/** By kind of prizes and method: how far ours is ahead at each place, in percent, and the figures there. */
const all = new Map<string, { ahead: number; figures: Figures }[]>()

const COLUMNS: [head: string, cell: (figures: Figures) => string][] = [
  ['prize/h', ({ prize }) => prize.toFixed(1)],
  ['doors/h', ({ doors }) => doors.toFixed(1)],
  ['walking', ({ walking }) => percent(walking)],
  ['max ÷ mean', ({ balance }) => balance.toFixed(2)],
  ['interleaved', ({ interleaved }) => percent(interleaved)],
  ['split, apart', ({ revisited }) => percent(revisited)],
  ['floors', ({ floors }) => percent(floors)],
  ['overlap', ({ overlap }) => percent(overlap)],
  ['shared m²', ({ shared }) => shared.toFixed(0)],
  ['stray', ({ stray }) => percent(stray)],
]
/** Those that mean something over several places. */
const MEANS = COLUMNS.filter(([head]) => !['prize/h', 'doors/h', 'shared m²'].includes(head))
const heads = ['place', 'prizes', 'method', 'ours ahead', ...COLUMNS.map(([head]) => head)]
console.log(`| ${heads.join(' | ')} |`)
console.log(`| ${heads.map((_, i) => (i < 3 ? '---' : '---:')).join(' | ')} |`)
for (const subject of subjects) await compare(subject)
console.log(
  `\n| all places: prizes | method | ours ahead | least | ${MEANS.map(([head]) => head).join(' | ')} |`,
)
console.log(`| --- | --- | ---: | ---: | ${MEANS.map(() => '---:').join(' | ')} |`)
for (const [name, parts] of all) {
  const ahead = parts.map((part) => part.ahead)
  const mean = ahead.reduce((sum, each) => sum + each, 0) / ahead.length
  const figures = meanOf(parts.map((part) => part.figures))
  const cells = [percent(mean), percent(Math.min(...ahead)), ...MEANS.map(([, cell]) => cell(figures))]
  console.log(`| ${name} | ${cells.join(' | ')} |`)
}

async function compare(subject: Subject): Promise<void> {
  const results: { name: string; figures: Figures }[] = []
  for (const method of METHODS) {
    const figures: Figures[] = []
    for (let seed = 1; seed <= (method.isSeeded ? Number(values.seeds) : 1); seed++) {
      const iterations = values.iterations === undefined ? {} : { iterations: Number(values.iterations) }
      const walked = await subject.run(method, {
        seed,
        compactness: Number(values.compactness),
        ...iterations,
      })
      figures.push(figuresOf(walked))
      if (seed > 1 || values.out === undefined) continue
      const places = Array.from(walked.problem.first.keys(), (stop) => placeOf(walked.problem, stop))
      const file = `${subject.name}-${subject.prizes}-${method.name.replace(/[^a-z0-9]+/g, '-')}.svg`
      mkdirSync(values.out, { recursive: true })
      writeFileSync(join(values.out, file), pictureOf(shapesOf(walked), places))
    }
    results.push({ name: method.name, figures: meanOf(figures) })
  }
  const best = results.find(({ name }) => name === OURS)!.figures.prize
  for (const { name, figures } of results) {
    const ahead = 100 * (best / figures.prize - 1)
    const of = `${subject.prizes} | ${name}`
    all.set(of, [...(all.get(of) ?? []), { ahead, figures }])
    const cells = [
      subject.name,
      subject.prizes,
      name,
      percent(ahead),
      ...COLUMNS.map(([, cell]) => cell(figures)),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

function percent(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(1)} %`
}

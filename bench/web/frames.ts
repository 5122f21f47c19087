/** What a browser's main thread does in each frame, from a trace of chromium. */
import type { CDPSession } from 'playwright-core'

/** Of one frame, milliseconds. */
export interface FrameTime {
  /** JavaScript and its garbage collection. */
  script: number
  /** All that the main thread did: script, style, layout, painting on canvases. */
  busy: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  /** Of the processor, microseconds. */
  tdur?: number
  args?: { name?: string }
}

interface Span {
  from: number
  to: number
  /** Of the processor. */
  took: number
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'v8',
  '__metadata',
]
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'MajorGC', 'MinorGC'])
const TASK = new Set(['RunTask'])
/** With it the main thread hands a frame over. */
const FRAME = 'Commit'
const MAIN = 'CrRendererMain'

/**
 * Traces while `run` runs. A frame is all that the main thread does from handing one over to the next; times are of the
 * processor, so that a busy machine changes them little.
 */
export async function traceFrames(browser: CDPSession, run: () => Promise<void>): Promise<FrameTime[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]))
  browser.on('Tracing.dataCollected', collect)
  const complete = new Promise<void>((done) => browser.once('Tracing.tracingComplete', () => done()))
  await browser.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' },
    transferMode: 'ReportEvents',
  })
  await run()
  await browser.send('Tracing.end')
  await complete
  browser.off('Tracing.dataCollected', collect)
  return framesOf(events)
}

function framesOf(events: readonly TraceEvent[]): FrameTime[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN)
  const own = mains
    .map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid))
    .sort((a, b) => b.length - a.length)[0]
  if (own === undefined) throw new Error(`the trace names no thread ${MAIN}`)
  const ends = own.filter(({ name, ph }) => name === FRAME && ph === 'X').map(({ ts, dur = 0 }) => ts + dur)
  ends.sort((a, b) => a - b)
  if (ends.length < 2) throw new Error('the trace holds no frames')
  const [script, busy] = [outermost(own, SCRIPT), outermost(own, TASK)]
  return ends.slice(1).map((to, index) => {
    const frame = { from: ends[index]!, to }
    return { script: within(script, frame), busy: within(busy, frame) }
  })
}

/** Without those that lie in others. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): Span[] {
  const spans = events
    .filter(({ name, ph }) => names.has(name) && ph === 'X')
    .map(({ ts, dur = 0, tdur = dur }) => ({ from: ts, to: ts + dur, took: tdur }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const outer: Span[] = []
  for (const span of spans) if (span.from >= (outer.at(-1)?.to ?? -Infinity)) outer.push(span)
  return outer
}

/** Milliseconds of the spans; of one that lasts longer than the frame, its share. */
function within(spans: readonly Span[], { from, to }: Pick<Span, 'from' | 'to'>): number {
  let sum = 0
  for (const span of spans) {
    const inside = Math.min(span.to, to) - Math.max(span.from, from)
    if (inside > 0) sum += (span.took * inside) / Math.max(1, span.to - span.from)
  }
  return sum / 1000
}

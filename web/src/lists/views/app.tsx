/** The page: choose, read without storing, correct, read again, import. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { doorwalk, findKey, forgetKey } from '../../api/api.ts'
import { type Choices, NO_CHOICES, choose } from '../model/choices.ts'
import { type Corrections, NO_CORRECTIONS, correct, isSame } from '../model/corrections.ts'
import { type Import, type Step, sendList, tellImport } from '../model/send-list.ts'
import { currentLanguage } from '../../words/language.ts'
import { words } from '../words/words.ts'
import { Head } from './head.tsx'
import { KeptImports } from './kept-imports.tsx'
import { KeyForm } from './key-form.tsx'
import { type Choice, ListForm } from './list-form.tsx'
import { Preview } from './preview.tsx'
import { PageError, ProblemBox, isWrongKey, linesOf } from './problem.tsx'
import { Progress } from './progress.tsx'
import { Result } from './result.tsx'

/** What was read without storing, and how. */
interface Reading {
  choice: Choice
  corrections: Corrections
  trial: Import
}

export function App() {
  const [, speakAgain] = useState(0)
  const [regions, setRegions] = useState<readonly string[] | null>(null)
  const [asksKey, setAsksKey] = useState(false)
  const [problem, setProblem] = useState<readonly string[] | null>(null)
  const [notice, setNotice] = useState('')
  const [step, setStep] = useState<Step | null>(null)
  const [reading, setReading] = useState<Reading | null>(null)
  const [corrections, setCorrections] = useState(NO_CORRECTIONS)
  const [choices, showChoices] = useState(NO_CHOICES)
  /** As they are, also between a click and the next drawing. */
  const chosen = useRef(NO_CHOICES)
  const [done, setDone] = useState<Import | null>(null)
  const running = useRef<AbortController | null>(null)

  function setChoices(now: Choices): void {
    chosen.current = now
    showChoices(now)
  }
  function tell(error: unknown): void {
    if (isWrongKey(error)) {
      forgetKey()
      setAsksKey(true)
    }
    setProblem(linesOf(error))
  }
  async function begin(): Promise<void> {
    setProblem(null)
    const all = await doorwalk.GET('/v1/regions')
    setAsksKey(false)
    setRegions(all.regions.map(({ name }) => name))
    if (all.regions.length === 0) throw new PageError(words().problem.noRegion)
  }
  useEffect(() => {
    void findKey()
      .then((isKnown) => (isKnown ? begin() : setAsksKey(true)))
      .catch(tell)
  }, [])

  /** Undefined: it failed, or was cancelled, and that is told. */
  async function send(choice: Choice, said: Corrections, dryRun: boolean): Promise<Import | undefined> {
    // A second key a moment after the first.
    if (running.current !== null) return undefined
    const cancelling = new AbortController()
    running.current = cancelling
    setProblem(null)
    setNotice('')
    try {
      const { signal } = cancelling
      const over = await sendList(
        {
          ...choice,
          corrections: said,
          choices: dryRun ? NO_CHOICES : chosen.current,
          dryRun,
          language: currentLanguage(),
        },
        { onStep: setStep, signal },
      )
      if (over.status === 'done') return over
      setProblem([words().problem.failed, over.error?.detail ?? ''])
      // What was seen of it can be corrected.
      if (over.mapping) return over
    } catch (error) {
      if (cancelling.signal.aborted) setNotice(words().cancelled)
      else tell(error)
    } finally {
      running.current = null
      setStep(null)
    }
    return undefined
  }
  async function read(choice: Choice, said: Corrections): Promise<void> {
    setDone(null)
    const trial = await send(choice, said, true)
    if (!trial) return
    // Of other columns other lines are doubtful.
    setChoices(NO_CHOICES)
    setReading({ choice, corrections: said, trial })
  }
  async function store({ choice, corrections: said }: Reading): Promise<void> {
    const stored = await send(choice, said, false)
    if (stored?.status !== 'done') return
    setDone(stored)
    setReading(null)
  }
  /** What the server said, in the language that is spoken now. */
  async function sayAgain(): Promise<void> {
    if (!reading) return
    const trial = await tellImport(reading.trial.id, { language: currentLanguage() })
    // Another may have been read meanwhile, or this one imported.
    setReading((now) => (now?.trial.id === trial.id ? { ...now, trial } : now))
  }
  function startAgain(): void {
    setReading(null)
    setCorrections(NO_CORRECTIONS)
    setChoices(NO_CHOICES)
    setDone(null)
    setProblem(null)
  }

  return (
    <>
      <Head
        onSpeak={() => {
          speakAgain((count) => count + 1)
          void sayAgain().catch(tell)
        }}
      />
      <main aria-busy={step !== null}>
        {problem && <ProblemBox lines={problem} />}
        {asksKey && <KeyForm onKey={() => void begin().catch(tell)} />}
        {regions !== null && regions.length > 0 && (
          <ListForm
            regions={regions}
            isBusy={step !== null}
            onChange={startAgain}
            onProblem={tell}
            onRead={(choice) => {
              setReading(null)
              setCorrections(NO_CORRECTIONS)
              void read(choice, NO_CORRECTIONS)
            }}
          />
        )}
        <p class="notice" role="status">
          {notice}
        </p>
        {step && <Progress step={step} onCancel={() => running.current?.abort()} />}
        {reading && (
          <Preview
            {...{ trial: reading.trial, corrections, choices }}
            isBusy={step !== null}
            isCorrected={!isSame(corrections, reading.corrections)}
            onCorrect={(column, field) => setCorrections((said) => correct(said, { column, field }))}
            onChoose={(line, target) => setChoices(choose(chosen.current, { line, target }))}
            onTakeBack={() => {
              setCorrections(NO_CORRECTIONS)
              void read(reading.choice, NO_CORRECTIONS)
            }}
            onReadAgain={() => void read(reading.choice, corrections)}
            onImport={() => void store(reading)}
            onProblem={tell}
          />
        )}
        {done && <Result done={done} onProblem={tell} />}
        {regions !== null && <KeptImports read={done?.id ?? ''} isBusy={step !== null} onProblem={tell} />}
      </main>
    </>
  )
}

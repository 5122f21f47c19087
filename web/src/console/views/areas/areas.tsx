/** Areas: put together on the map and kept under a name, ranked by what matters, proposed for so many people. */
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useLoad } from '../../state/load.ts'
import { precinctsOf } from '../../state/precincts.ts'
import { problemOf } from '../../state/problem.ts'
import { useSession } from '../../state/session.ts'
import { storedAreasOf } from '../../state/stored-areas.ts'
import { areasWords } from '../../words/areas.ts'
import { AreaMaker } from './area-maker.tsx'
import { Ranking } from './ranking.tsx'
import { StoredAreas } from './stored-areas.tsx'

export function Areas() {
  const w = areasWords()
  const { region } = useSession()
  const stored = useLoad(`areas-view ${region.name}`, () => storedAreasOf(region.name))
  const precincts = useLoad(`areas-precincts ${region.name}`, async () =>
    region.precincts > 0 ? await precinctsOf(region) : [],
  )
  const error = stored.error ?? precincts.error
  return (
    <section aria-labelledby="areas-title">
      <h2 id="areas-title">{w.title}</h2>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={stored.reload} />
      <AreaMaker key={region.name} precincts={precincts.value ?? NONE} onSaved={stored.reload} />
      <StoredAreas areas={stored.value} onChange={stored.reload} />
      {precincts.value && precincts.value.length > 0 && (
        <Ranking key={`ranking ${region.name}`} precincts={precincts.value} onSaved={stored.reload} />
      )}
    </section>
  )
}

const NONE: readonly never[] = []

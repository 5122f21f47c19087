/** The map of the walk over its own streets and buildings, with where one is. Its code comes when it is first seen. */
import { useEffect, useRef } from 'preact/hooks'
import { followPosition } from '../device/phone.ts'
import type { View } from '../device/session.ts'
import { type WalkPack, targetsOf } from '../model/record.ts'
import { labelsOf, placeOf } from '../parts/say.ts'
import { words } from '../words/words.ts'
import type { WalkMap } from '../parts/walk-map.ts'

interface Props {
  view: View
  onOpen: (target: string) => void
}

export function MapView({ view, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<WalkMap | null>(null)
  const say = words()
  useEffect(() => {
    let stop = (): void => undefined
    let isGone = false
    void import('../parts/walk-map.ts').then(({ createWalkMap }) => {
      if (isGone || !box.current) return
      map.current = createWalkMap(box.current, {
        ...{ pack: view.pack, onOpen, names: namesOf(view.pack), here: say.position },
      })
      map.current.show(view.record)
      stop = followPosition((at) => map.current?.setPosition(at))
    })
    return () => {
      isGone = true
      stop()
      map.current?.close()
    }
  }, [view.pack])
  useEffect(() => map.current?.show(view.record), [view.record])
  return (
    <>
      <h1 class="hidden">{say.map}</h1>
      <div ref={box} class="walkmap" role="region" aria-label={say.map} />
      <p class="fine">{view.pack.attribution.join(' · ')}</p>
    </>
  )
}

function namesOf(pack: WalkPack): Map<string, { label: string; title: string }> {
  const labels = labelsOf(pack)
  const named = [...targetsOf(pack)].map(
    ([id, target]) => [id, { label: labels.get(id) ?? '', title: placeOf(target) }] as const,
  )
  return new Map(named)
}

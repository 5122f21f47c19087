/** What is left of a walk, before it goes from this phone to others: how much, and what of it was ticked here. */
import type { View } from '../device/session.ts'
import { leftOf } from '../model/way.ts'
import { words } from '../words/words.ts'

interface Props {
  view: View
  /** What becomes of so many addresses with so many doors. */
  say: (addresses: number, doors: number) => string
}

export function Stays({ view: { pack, record, outbox }, say }: Props) {
  const { addresses, doors, ticks } = leftOf(pack, record)
  const { goesFirst, unsent } = words()
  return (
    <>
      <p>{say(addresses, doors)}</p>
      {ticks > 0 && <p>{goesFirst(ticks)}</p>}
      {outbox.length > 0 && <p>{unsent(outbox.length)}</p>}
    </>
  )
}

/** Key buildings: chosen on the map, listed with their addresses, taken back one by one. */
import type { KnownTarget } from '../../state/targets.ts'
import { mapWords } from '../../words/map.ts'
import { planWords } from '../../words/plan.ts'

interface Props {
  chosen: readonly string[]
  targets: readonly KnownTarget[] | undefined
  isChoosing: boolean
  onChoosing: (on: boolean) => void
  onRemove: (target: string) => void
}

export function KeyChoice({ chosen, targets, isChoosing, onChoosing, onRemove }: Props) {
  const w = planWords()
  const addressOf = (id: string): string =>
    targets?.find(({ target }) => target === id)?.address || mapWords().noAddress
  return (
    <fieldset>
      <legend>{w.keys}</legend>
      <p class="help">{w.keysHelp}</p>
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((id) => (
            <li key={id}>
              <span>★ {addressOf(id)}</span>
              <button
                type="button"
                class="close"
                aria-label={w.keyRemove(addressOf(id))}
                onClick={() => onRemove(id)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" aria-pressed={isChoosing} onClick={() => onChoosing(!isChoosing)}>
        {isChoosing ? w.keysDone : w.keysChoose}
      </button>
    </fieldset>
  )
}

/** What lines say of buildings of the region, so that two that mean one building do not say different things of it. */
import type { TargetOverride } from '@doorwalk/core/request/request'
import type { ListRow } from '@doorwalk/prepare/target-lists/target-list'

export interface Sayings {
  /** Line about something else than this one that says something else of one of its targets; undefined: none. */
  contradicted(row: ListRow, targets: readonly TargetOverride[]): number | undefined
  take(row: ListRow, targets: readonly TargetOverride[]): void
}

export function openSayings(): Sayings {
  const byTarget = new Map<string, { line: number; about: string; said: string }>()
  return {
    contradicted(row, targets) {
      for (const target of targets) {
        const before = byTarget.get(target.id)
        if (before && before.about !== aboutOf(row) && before.said !== JSON.stringify(target))
          return before.line
      }
      return undefined
    },
    take(row, targets) {
      const about = aboutOf(row)
      for (const target of targets)
        byTarget.set(target.id, { line: row.line, about, said: JSON.stringify(target) })
    },
  }
}

/** The same again replaces the line before: it is the same id, or the same entrance where the list has no ids. */
function aboutOf({ id, entrance }: ListRow): string {
  return `${id ?? ''} ${entrance ?? ''}`
}

/** A table that scrolls by itself where it is wider than its place, by keyboard, too. A click on a head sorts it. */
import type { ComponentChildren } from 'preact'
import type { Order } from '../model/find.ts'

interface Props {
  /** What the table shows; read by those who do not see it. */
  name: string
  columns: readonly Column[]
  /** Absent: it is not to be sorted. */
  order?: Order
  /** A head was clicked. */
  onOrder?: (column: string) => void
  children: ComponentChildren
}

interface Column {
  name: string
  /** Figures stand to the right. */
  isFigure?: boolean
  /** What it is sorted by; absent: by this column it is not. */
  sort?: string
}

export function Table({ name, columns, order, onOrder, children }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                class={column.isFigure ? 'figure' : ''}
                {...(order && order.column === column.sort
                  ? { 'aria-sort': order.isDown ? ('descending' as const) : ('ascending' as const) }
                  : {})}
              >
                {order && column.sort ? (
                  <button type="button" class="sort" onClick={() => onOrder?.(column.sort!)}>
                    {column.name}
                  </button>
                ) : (
                  column.name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

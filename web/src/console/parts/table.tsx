/** A table that scrolls by itself where it is wider than its place, by keyboard, too. */
import type { ComponentChildren } from 'preact'

interface Props {
  /** What the table shows; read by those who do not see it. */
  name: string
  columns: readonly Column[]
  children: ComponentChildren
}

interface Column {
  name: string
  /** Figures stand to the right. */
  isFigure?: boolean
}

export function Table({ name, columns, children }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" class={column.isFigure ? 'figure' : ''}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** What a caller says that columns are: "street=Nom de la voie", "ignore=Colonne 3". */
import { VisibleError } from '@doorwalk/core/error'
import { LIST_FIELDS, type ListField } from '@doorwalk/core/words/list-fields'
import { fieldCalled } from './fields.ts'
import type { ListAs } from './target-list.ts'

const IGNORED = new Set(['ignore', 'none', 'null', '-'])

/** @throws VisibleError list.as */
export function listAs(wishes: readonly string[]): ListAs {
  const fields: Partial<Record<ListField, string>> = {}
  const ignored: string[] = []
  for (const wish of wishes) {
    const [, called = '', column = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(wish) ?? []
    const field = fieldCalled(called)
    if (column === '' || (!field && !IGNORED.has(called.toLowerCase())))
      throw wrong(
        `got "${wish}", expected FIELD=COLUMN such as street=Rue; fields are ${LIST_FIELDS.join(', ')}, ignore`,
      )
    if (!field) ignored.push(column)
    else if (fields[field] !== undefined)
      throw wrong(`${field} is said twice, "${fields[field]}" and "${column}"; say it once`)
    else fields[field] = column
  }
  return { fields, ignored }
}

function wrong(why: string): VisibleError {
  return new VisibleError('input', 'list.as', why)
}

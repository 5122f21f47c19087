/** A list that cannot be read, in words that tell what to do. */
import { VisibleError } from '@doorwalk/core/error'
import type { Language } from '@doorwalk/core/words/languages'
import type { SheetFormat } from './sheet.ts'
import type { Personal } from '../list-words/kinds.ts'
import { LIST_LANGUAGE, type Saying, say } from '../list-words/say.ts'

type ListCode =
  'list.format' | 'list.damaged' | 'list.sheet' | 'list.columns' | 'list.personal' | 'list.too_large'

/** What a list of targets tells of its columns. */
interface SeenMapping {
  format: SheetFormat
  columns: {
    name: string
    position: number
    field: null | string
    why: Saying
    confidence: number
    refused?: Personal
  }[]
  systems: string[]
  isSwapped: boolean
  notes: Saying[]
}

/** Its message is English; `said` says the same of `file` in another language. */
export class ListError extends VisibleError {
  readonly file: string
  readonly said: Saying
  /** How the list was read up to there, where its columns could be told. */
  mapping?: SeenMapping

  constructor(code: ListCode, file: string, said: Saying) {
    const kind = code === 'list.too_large' ? 'too_large' : 'input'
    super(kind, code, `${file}: ${say(said, LIST_LANGUAGE)}`)
    this.file = file
    this.said = said
  }

  /** The same in another language. */
  in(language: Language): VisibleError {
    return new VisibleError(this.kind, this.code, `${this.file}: ${say(this.said, language)}`)
  }
}

export function unreadable(code: ListCode, name: string, said: Saying): ListError {
  return new ListError(code, name, said)
}

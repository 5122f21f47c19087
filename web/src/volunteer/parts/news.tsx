/** What others changed on this walk meanwhile, until it was read. */
import type { News as Item } from '../model/record.ts'
import type { Session } from '../device/session.ts'
import { words } from '../words/words.ts'

export function News({ session, news }: { session: Session; news: Item[] }) {
  const say = words()
  return (
    <section class="news" role="status">
      <h2>{say.news}</h2>
      <ul>
        {news.map((item, index) => (
          <li key={index}>{sayItem(item)}</li>
        ))}
      </ul>
      <button onClick={() => void session.change((record) => ({ ...record, news: [] }))}>{say.seen}</button>
    </section>
  )
}

function sayItem(item: Item): string {
  const say = words()
  switch (item.kind) {
    case 'removed':
      return say.newsRemoved(item.label, say.reasons[item.reason] ?? item.reason)
    case 'changed':
      return say.newsDoors(item.label, item.doors)
    case 'rewritten':
      return say.newsRewritten
  }
}

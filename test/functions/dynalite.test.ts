/** The embedded database as its client sees it. */
import { expect, it } from 'vitest'
import { openEmbeddedDatabase } from '@doorwalk/functions/laptop/dynalite'

it('never closes an idle connection, on which the next request might already be on its way', async () => {
  const database = await openEmbeddedDatabase()
  const endpoint = await database.client.config.endpoint?.()
  const answer = await fetch(`http://${endpoint?.hostname}:${endpoint?.port}`, { method: 'POST' })
  // Node's own server says "timeout=5" unless it is told otherwise.
  expect(answer.headers.get('keep-alive')).toBeNull()
  await database.close()
})

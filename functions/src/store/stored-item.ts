/** An item as the table holds it, and as everybody else sees it. */
import type { Item } from '../ports/store.ts'

/** `data` is stored as JSON text: DynamoDB's numbers and nesting end before those of JSON do. */
export function writeItem({ data, ...item }: Item): Record<string, unknown> {
  return { ...item, data: JSON.stringify(data) }
}

/** @throws Error when it is not one of ours */
export function readItem(raw: Record<string, unknown>): Item {
  const { pk, sk, version, expiresAt } = raw
  const data: unknown = typeof raw['data'] === 'string' ? JSON.parse(raw['data']) : undefined
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof version !== 'number' || !isRecord(data)) {
    throw new Error('an item of the table has no pk, sk, version or data')
  }
  return { pk, sk, version, data, ...(typeof expiresAt === 'number' && { expiresAt }) }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

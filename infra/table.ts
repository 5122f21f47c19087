/** The one table. Keys: docs/decisions/0011-table-keys.md. */
import { isProduction } from './stage.ts'

export const table = new sst.aws.Dynamo('Table', {
  fields: { pk: 'string', sk: 'string' },
  primaryIndex: { hashKey: 'pk', rangeKey: 'sk' },
  ttl: 'expiresAt',
  deletionProtection: isProduction,
  transform: {
    table: {
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: isProduction ? 35 : 7 },
      serverSideEncryption: { enabled: true },
    },
  },
})

/** Reads and conditional writes of single items and batches; no Scan, no changes of the table itself. */
export const useTable = {
  actions: [
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
  ],
  resources: [table.arn],
}

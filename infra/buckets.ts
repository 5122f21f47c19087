/** Two buckets: prepared regions, which only people write, and plans, which only the functions write. */
import { isProduction } from './stage.ts'

/** Backstop for bodies whose table item went by TTL: no campaign lasts longer. */
const PLAN_DAYS = 400
const UNFINISHED_UPLOAD_DAYS = 7
/** A list that was sent and never read, and what is told of an import: as long as the app tells of it, and a day. */
const UPLOAD_DAYS = 1
/** A list that was written to be fetched: as long as the app tells of it, and a day. */
const FILE_DAYS = 2
const REPORT_DAYS = 8

/** Versioned: a bad `current.json` can be taken back. */
export const regions = new sst.aws.Bucket('Regions', {
  versioning: true,
  lifecycle: [{ id: 'old-versions', expiresIn: '3650 days' }],
  cors: false,
  transform: {
    bucket: { forceDestroy: !isProduction },
    lifecycle: (args) => {
      args.rules = [
        {
          id: 'old-versions',
          status: 'Enabled',
          filter: { prefix: '' },
          noncurrentVersionExpiration: { noncurrentDays: 90 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: UNFINISHED_UPLOAD_DAYS },
        },
      ]
      return undefined
    },
  },
})

/** Not versioned: what a campaign erases must be gone. */
export const plans = new sst.aws.Bucket('Plans', {
  lifecycle: [{ id: 'old-plans', expiresIn: `${PLAN_DAYS} days` }],
  // The page sends large lists here. Whoever may is told by the signed address, not by where its page came from.
  cors: { allowMethods: ['PUT'], allowOrigins: ['*'], allowHeaders: ['*'] },
  transform: {
    bucket: { forceDestroy: !isProduction },
    lifecycle: (args) => {
      args.rules = [
        {
          id: 'old-plans',
          status: 'Enabled',
          filter: { prefix: 'campaigns/' },
          expiration: { days: PLAN_DAYS },
          abortIncompleteMultipartUpload: { daysAfterInitiation: UNFINISHED_UPLOAD_DAYS },
        },
        ...[
          { id: 'files', filter: { prefix: 'files/' }, expiration: { days: FILE_DAYS } },
          { id: 'uploads', filter: { prefix: 'uploads/' }, expiration: { days: UPLOAD_DAYS } },
          { id: 'old-imports', filter: { prefix: 'imports/' }, expiration: { days: REPORT_DAYS } },
        ].map((rule) => ({
          ...{ ...rule, status: 'Enabled' },
          abortIncompleteMultipartUpload: { daysAfterInitiation: UNFINISHED_UPLOAD_DAYS },
        })),
      ]
      return undefined
    },
  },
})

for (const [name, bucket] of Object.entries({ Regions: regions, Plans: plans })) {
  new aws.s3.BucketServerSideEncryptionConfiguration(`${name}Encryption`, {
    bucket: bucket.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
  })
}

/** Without ListBucket a missing object would be answered as "access denied". */
export const readRegions = [
  { actions: ['s3:GetObject'], resources: [$interpolate`${regions.arn}/*`] },
  { actions: ['s3:ListBucket'], resources: [regions.arn] },
]

export const usePlans = [
  {
    actions: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    resources: ['campaigns', 'files', 'imports', 'uploads'].map(
      (folder) => $interpolate`${plans.arn}/${folder}/*`,
    ),
  },
  { actions: ['s3:ListBucket'], resources: [plans.arn] },
]

/// <reference path="./.sst/platform/config.d.ts" />
// Doorwalk on AWS. What is deployed stands in infra/, one resource family per file; docs/operations.md says how.
export default $config({
  app({ stage }) {
    const isProduction = stage === 'production'
    return {
      name: 'doorwalk',
      home: 'aws',
      removal: isProduction ? 'retain' : 'remove',
      protect: isProduction,
      providers: { aws: { region: (process.env['AWS_REGION'] ?? 'eu-west-3') as 'eu-west-3' } },
    }
  },
  async run() {
    await import('./infra/alarms.ts')
    await import('./infra/schedule.ts')
    const { router } = await import('./infra/web.ts')
    const { regions } = await import('./infra/buckets.ts')
    const { table } = await import('./infra/table.ts')
    return { url: router.url, regions: regions.name, table: table.name }
  },
})

/** Where people reach the installation. The router comes first, so that functions can print links and QR codes. */
import { plans } from './buckets.ts'
import { domain } from './stage.ts'

/** Half a year, as browsers' preload lists ask for at least. */
const HSTS_SECONDS = 31_536_000

const headers = new aws.cloudfront.ResponseHeadersPolicy('PageHeaders', {
  comment: 'For pages; an answer of the API brings its own',
  securityHeadersConfig: {
    contentSecurityPolicy: {
      contentSecurityPolicy: $interpolate`default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' https://${plans.nodes.bucket.bucketRegionalDomainName}; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`,
      override: false,
    },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: 'DENY', override: true },
    referrerPolicy: { referrerPolicy: 'no-referrer', override: false },
    strictTransportSecurity: { accessControlMaxAgeSec: HSTS_SECONDS, override: true },
  },
})

export const router = new sst.aws.Router('Web', {
  ...(domain !== undefined && { domain }),
  transform: {
    // Nothing is cached at the edge. With a longer life, two campaigns that ask for the same address at the same
    // moment could be given one answer: CloudFront collapses equal requests, and a key is no part of the address.
    cachePolicy: {
      defaultTtl: 0,
      maxTtl: 0,
      minTtl: 0,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: 'none' },
        headersConfig: { headerBehavior: 'none' },
        queryStringsConfig: { queryStringBehavior: 'none' },
      },
    },
    cdn: {
      transform: {
        distribution: (args) => {
          args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behaviour) => ({
            ...behaviour,
            responseHeadersPolicyId: headers.id,
          }))
          return undefined
        },
      },
    },
  },
})

export const baseUrl = router.url

/** Pages and API under one address, as the pages' content policy demands. */
import { http } from './api.ts'
import { baseUrl, router } from './url.ts'

/** Longer than the API's own 30 s, so that its answer arrives and not CloudFront's. */
const API_TIMEOUT = '35 seconds'

for (const path of ['/v1', '/healthz', '/openapi.json']) {
  router.route(path, http.url, { readTimeout: API_TIMEOUT })
}

/** Made by `npm run bundle` from web/. */
export const pages = new sst.aws.StaticSite('Pages', {
  path: 'out/web',
  router: { instance: router },
  assets: { fileOptions: [{ files: '**', cacheControl: 'no-cache' }] },
  errorPage: 'index.html',
})

const files = pages.nodes.assets
if (files) {
  new aws.s3.BucketServerSideEncryptionConfiguration('PagesEncryption', {
    bucket: files.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
  })
}

export { baseUrl, router }

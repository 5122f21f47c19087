/** Files for browsers, on the Node server: our pages, Leaflet, and the API reference. On AWS CloudFront serves them. */
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './env.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const REFERENCE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Doorwalk API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`
const REFERENCE_START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })\n`
const REFERENCE_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

export async function addPages(app: OpenAPIHono<Env>, { web }: { web: string }): Promise<void> {
  const require = createRequire(import.meta.url)
  const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`))

  const leaflet = join(packageFolder('leaflet'), 'dist')
  for (const file of await filesBelow(leaflet)) addFile(app, `/vendor/leaflet/${file}`, join(leaflet, file))

  const swagger = packageFolder('swagger-ui-dist')
  for (const file of REFERENCE_FILES) addFile(app, `/docs/${file}`, join(swagger, file))
  app.get('/docs', (c) => c.body(REFERENCE, 200, headersFor('.html')))
  app.get('/docs/start.js', (c) => c.body(REFERENCE_START, 200, headersFor('.js')))

  for (const file of await filesBelow(web)) {
    addFile(app, `/${file}`, join(web, file))
    if (file === 'index.html') addFile(app, '/', join(web, file))
  }
}

/** One route per file that exists: no address can reach outside, and any other is a 404. */
function addFile(app: OpenAPIHono<Env>, address: string, path: string): void {
  app.get(address, async (c) => c.body(new Uint8Array(await readFile(path)), 200, headersFor(extname(path))))
}

function headersFor(extension: string): Record<string, string> {
  return {
    'Content-Type': TYPES[extension] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': PAGE_POLICY,
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

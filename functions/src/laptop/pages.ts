/** Files for browsers, on the Node server: our pages, and the API reference. On AWS CloudFront serves the pages. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../http/env.ts'
import { PAGE_FILES, buildPages } from './build-pages.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
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

export function addPages(app: OpenAPIHono<Env>): void {
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const file of REFERENCE_FILES) addFile(app, `/docs/${file}`, () => readFile(join(swagger, file)))
  app.get('/docs', (c) => c.body(REFERENCE, 200, headersFor('.html')))
  app.get('/docs/start.js', (c) => c.body(REFERENCE_START, 200, headersFor('.js')))

  for (const file of PAGE_FILES) {
    const read = async (): Promise<Uint8Array> => fileOf(await builtPages(), file)
    addFile(app, `/${file}`, read)
    const folder = /^(.*)index\.html$/.exec(file)?.[1]
    if (folder !== undefined) addFile(app, `/${folder}`, read)
  }
}

let built: Promise<Map<string, Uint8Array>> | undefined

/** Built when the first browser asks, once in this process: many servers, such as those of tests, serve no page. */
function builtPages(): Promise<Map<string, Uint8Array>> {
  built ??= buildPages()
  return built
}

function fileOf(files: Map<string, Uint8Array>, name: string): Uint8Array {
  const file = files.get(name)
  if (file === undefined) throw new Error(`the build of the pages made no ${name}`)
  return file
}

/** One route per file that exists: no address can reach outside, and any other is a 404. */
function addFile(app: OpenAPIHono<Env>, address: string, read: () => Promise<Uint8Array>): void {
  const headers = headersFor(extname(address.endsWith('/') ? 'index.html' : address))
  app.get(address, async (c) => c.body(new Uint8Array(await read()), 200, headers))
}

function headersFor(extension: string): Record<string, string> {
  return {
    'Content-Type': TYPES[extension] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': PAGE_POLICY,
  }
}

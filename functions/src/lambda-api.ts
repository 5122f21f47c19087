/** Lambda behind an HTTP API or a Function URL: the same app as on a laptop. */
import { handle } from 'hono/aws-lambda'
import { createApp } from './app.ts'
import { wireAws } from './wiring-aws.ts'

export const handler = handle(createApp(wireAws(process.env).world))

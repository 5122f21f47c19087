#!/usr/bin/env node
// The `doorwalk` command. Node 20 cannot run TypeScript by itself, so tsx translates the sources while they load.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../src/main.ts')
process.exitCode = await main(process.argv.slice(2))

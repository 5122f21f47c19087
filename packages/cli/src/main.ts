/** `doorwalk COMMAND …`: finds the command, prints errors that the caller can mend without a stack trace. */
import { type ErrorKind, VisibleError } from '@doorwalk/core/error'
import type { Command } from './terminal/command.ts'
import type { Io } from './terminal/io.ts'
import { processIo } from './terminal/io.ts'

/** Loaded when called, so that `plan` does not wait for the server's libraries. */
const COMMANDS: Record<string, { says: string; load: () => Promise<Command> }> = {
  prepare: {
    says: 'make a region from OpenStreetMap and official sources',
    load: async () => (await import('./commands/prepare.ts')).prepareCommand,
  },
  import: {
    says: "a campaign's own list, from any spreadsheet, as targets",
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  rank: {
    says: 'where to go first: precincts and squares by a score',
    load: async () => (await import('./commands/rank.ts')).rankCommand,
  },
  list: {
    says: 'the targets of an area as a table or a map',
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  evaluate: {
    says: 'what canvassing did: results against the draw of a hold-out',
    load: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  },
  plan: {
    says: 'plan walks in a region',
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  serve: {
    says: 'the API, its pages and its database on this machine',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  doctor: {
    says: 'look at the database of a data folder, repair it, export it',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  matrix: {
    says: 'walking times between points',
    load: async () => (await import('./commands/matrix.ts')).matrixCommand,
  },
  solve: {
    says: 'solve a routing benchmark file',
    load: async () => (await import('./commands/solve.ts')).solveCommand,
  },
  demo: {
    says: 'plan a Saturday in Paris with the bundled region',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
}

const HELP = `doorwalk: optimal door-knocking walks

Usage: doorwalk COMMAND [options]

${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(9)} ${says}`)
  .join('\n')}

"doorwalk COMMAND --help" explains each.`

/** Exit codes. */
const DONE = 0
const FAILED = 1
const BAD_INPUT = 2
/** Errors that another input would not mend: a port or a folder that is taken, a disk that is full. */
const IN_THE_WAY: ErrorKind[] = ['conflict', 'full', 'upstream']

/** @returns the exit code: 0 done, 2 the input is at fault, 1 something here is in the way, or a bug */
export async function main(args: string[], io: Io = processIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(HELP)
    return name === undefined ? BAD_INPUT : DONE
  }
  const command = COMMANDS[name]
  if (!command) {
    io.err(`doorwalk: there is no command "${name}"; expected one of ${Object.keys(COMMANDS).join(', ')}`)
    return BAD_INPUT
  }
  try {
    const run = await command.load()
    await run(rest, io)
    return DONE
  } catch (error) {
    if (error instanceof VisibleError) {
      io.err(`doorwalk ${name}: ${error.message}`)
      return IN_THE_WAY.includes(error.kind) ? FAILED : BAD_INPUT
    }
    const unwritable = fileTrouble(error)
    if (unwritable !== null) {
      io.err(`doorwalk ${name}: ${unwritable}`)
      return BAD_INPUT
    }
    io.err(
      `doorwalk ${name}: this is a bug, please report it\n${error instanceof Error ? error.stack : String(error)}`,
    )
    return FAILED
  }
}

const FILE_TROUBLE: Record<string, string> = {
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'may not be written',
  ENOSPC: 'has no room left',
  ENOTDIR: 'lies below something that is no folder',
  EEXIST: 'is a file, but a folder is needed',
  EISDIR: 'is a folder, but a file is needed',
  ENOENT: 'lies in a folder that does not exist',
}

/** What the file system says no to, in words; null for anything else. */
function fileTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { code, path } = error as NodeJS.ErrnoException
  const words = code === undefined ? undefined : FILE_TROUBLE[code]
  return words === undefined || path === undefined ? null : `${path} ${words}; choose another place`
}

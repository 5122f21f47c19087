/** The frame of a command: options read, `--help` answered, the rest handed to the command itself. */
import type { ParseArgsConfig } from 'node:util'
import { readOptions } from './arguments.ts'
import type { Io } from './io.ts'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>
/** Options and words as they came. */
export type Given<Options extends OptionsConfig> = ReturnType<typeof readOptions<Options>>

export type Command = (args: string[], io: Io) => Promise<void>

export interface CommandDefinition<Options extends OptionsConfig> {
  /** What `--help` prints. */
  help: string
  options: Options
  /** Words that are no options, at most. */
  positionals?: number
  run: (given: Given<Options>, io: Io) => Promise<void>
}

/**
 * A command that `--help` and `-h` explain.
 *
 * @throws VisibleError usage for what it does not know, and whatever `run` throws
 */
export function command<const Options extends OptionsConfig>({
  help,
  options,
  positionals = 0,
  run,
}: CommandDefinition<Options>): Command {
  const known = { ...options, help: { type: 'boolean', short: 'h' } } as const
  return async (args, io) => {
    const given = readOptions(args, known, { positionals })
    if ('help' in given.values) io.out(help)
    else await run(given, io)
  }
}

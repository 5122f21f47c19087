/** Reads command line options; what is wrong is named with what came and what was expected. */
import { readFile } from 'node:fs/promises'
import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { VisibleError } from '@doorwalk/core/error'
import { textOf } from '@doorwalk/core/request/text'
import type { LngLat } from '@doorwalk/core/units'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

/**
 * Options by name, strings and booleans.
 *
 * @throws VisibleError usage for unknown options, missing values and stray words
 */
export function readOptions<const Options extends OptionsConfig>(
  args: string[],
  options: Options,
  { positionals = 0 }: { positionals?: number } = {},
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: positionals > 0 })
    if (parsed.positionals.length > positionals)
      throw new VisibleError('input', 'usage', `unexpected "${parsed.positionals[positionals]}"; see --help`)
    return parsed
  } catch (error) {
    if (error instanceof VisibleError) throw error
    const text = error instanceof Error ? error.message : String(error)
    throw new VisibleError('input', 'usage', `${text.split('. ')[0]}; see --help`)
  }
}

/** @throws VisibleError usage when the text is not a finite number */
export function numberOption(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value))
    throw new VisibleError('input', 'usage', `--${name}: got "${text}", expected a number`)
  return value
}

/** `2.35,48.88` → [lng, lat] */
export function positionOption(name: string, text: string): LngLat {
  const parts = text.split(',').map(Number)
  const [lng, lat] = parts
  if (parts.length !== 2 || !Number.isFinite(lng) || !Number.isFinite(lat))
    throw new VisibleError(
      'input',
      'usage',
      `--${name}: got "${text}", expected lng,lat such as 2.3499,48.8791`,
    )
  if (Math.abs(lng!) > 180 || Math.abs(lat!) > 90)
    throw new VisibleError(
      'input',
      'usage',
      `--${name}: got "${text}", which is no place on Earth; write lng,lat`,
    )
  return [lng!, lat!]
}

/** `2.35,48.88,15` → a walk of 15 minutes from there, as an area */
export function walkOption(name: string, text: string): { walkFrom: { start: LngLat; minutes: number } } {
  const parts = text.split(',')
  if (parts.length !== 3)
    throw new VisibleError(
      'input',
      'usage',
      `--${name}: got "${text}", expected lng,lat,minutes such as 2.3499,48.8791,15`,
    )
  const start = positionOption(name, parts.slice(0, 2).join())
  return { walkFrom: { start, minutes: numberOption(name, parts[2]!) } }
}

export function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new VisibleError('input', 'usage', `--${name} is missing; see --help`)
  return value
}

/** @throws VisibleError file.unreadable, file.not_json */
export async function readJson(file: string): Promise<unknown> {
  const text = textOf(await readBytes(file))
  if (text === undefined)
    throw new VisibleError('input', 'file.not_json', `${file} is not UTF-8, as JSON has to be; save it again`)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new VisibleError('input', 'file.not_json', `${file} is not JSON: ${(error as Error).message}`)
  }
}

/** Text whose letters do not matter: bytes that are no UTF-8 are replaced. @throws VisibleError file.unreadable */
export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(file))
}

/** @throws VisibleError file.unreadable */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? 'unknown reason'})`
    throw new VisibleError('input', 'file.unreadable', `${file}: ${why}`)
  }
}

/** What is wrong with an option: what came, what was expected. */
export function usage(message: string): VisibleError {
  return new VisibleError('input', 'usage', message)
}

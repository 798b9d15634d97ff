import type { LogFormat } from './log.ts'
import { oneOf, wholeNumber } from './settingParsers.ts'

/** A setting: its environment variable, default, meaning, and how it is read. */
export interface Declaration<Value> {
  readonly name: string
  readonly unit?: string
  readonly meaning: string
  readonly default: Value
  /** The default in words, where the value does not say it. */
  readonly defaultText?: string
  /** Throws {@link SettingProblem}. */
  readonly parse: (text: string) => Value
}

export type Declarations<Group> = { readonly [Key in keyof Group]: Declaration<Group[Key]> }

const BILLION = 1_000_000_000

/** A setting for which 0 means no limit. */
export function limit(name: string, unit: string, value: number, meaning: string): Declaration<number> {
  return { name, unit, meaning: `${meaning} 0 for no limit.`, default: value, parse: wholeNumber(0, BILLION) }
}

/** How the log is written; the same for every process. */
export const LOG_FORMAT: Declaration<LogFormat> = {
  name: 'LOG_FORMAT',
  meaning: 'text (a line with name=value fields) or json (an object a line).',
  default: 'text',
  parse: oneOf('text', 'json'),
}

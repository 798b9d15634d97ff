import { parseArgs } from 'node:util'

/** What somebody asked for on the command line. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'seed'
      readonly paths: readonly string[]
      /** Null: after the files. */
      readonly name: string | null
      /** Only who has the link is to read them. */
      readonly sealed: boolean
      readonly site: string
      readonly json: boolean
    }
  | {
      readonly kind: 'get'
      /** A link, a magnet link, an info hash, or the path or address of a .torrent file. */
      readonly what: string
      readonly folder: string
      /** Globs; none for all files. */
      readonly only: readonly string[]
      /** To standard output, in order, instead of the disk. */
      readonly stream: boolean
      /** Goes on serving when all is here. */
      readonly stay: boolean
      readonly site: string
      readonly json: boolean
    }
  | { readonly kind: 'info'; readonly what: string; readonly site: string; readonly json: boolean }

/** What was asked for makes no sense, in words for whoever typed it. */
export class UsageProblem extends Error {}

const OPTIONS = {
  at: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  name: { type: 'string' },
  only: { type: 'string', multiple: true },
  sealed: { type: 'boolean' },
  stay: { type: 'boolean' },
  stream: { type: 'boolean' },
  to: { type: 'string' },
} as const

type Option = keyof typeof OPTIONS

/** The options that a command takes besides `--at` and `--json`. */
const TAKES: Readonly<Record<'seed' | 'get' | 'info', readonly Option[]>> = {
  seed: ['name', 'sealed'],
  get: ['only', 'stay', 'stream', 'to'],
  info: [],
}

const DEFAULT_SITE = 'http://localhost:8000/'

/**
 * @param args without the program and its script
 * @param environment for `SHOAL_SITE`, the site that is used when neither a link nor `--at` names one
 * @throws {UsageProblem}
 */
export function readCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const { values, positionals } = parsed(args)
  const [kind, ...rest] = positionals
  if (values.help === true || kind === undefined || kind === 'help') return { kind: 'help' }
  if (kind !== 'seed' && kind !== 'get' && kind !== 'info')
    throw new UsageProblem(`There is no command “${kind}”.`)
  const odd = (Object.keys(values) as Option[]).find(
    (option) => !['at', 'json', ...TAKES[kind]].includes(option),
  )
  if (odd !== undefined) throw new UsageProblem(`“shoal ${kind}” takes no --${odd}.`)
  const json = values.json === true
  const site = siteOf(values.at ?? environment['SHOAL_SITE'] ?? DEFAULT_SITE)
  if (kind === 'seed') {
    if (rest.length === 0) throw new UsageProblem('Name a file or a folder to share.')
    return { kind, paths: rest, name: values.name ?? null, sealed: values.sealed === true, site, json }
  }
  const [what, ...more] = rest
  if (what === undefined) throw new UsageProblem('Name a link, a magnet link or a .torrent file.')
  if (more.length > 0)
    throw new UsageProblem('One link at a time. Is it in quotes? A shell takes “&” for its own.')
  // A link names its site by itself; `--at` has the last word.
  const place = values.at === undefined ? (siteOfLink(what) ?? site) : site
  if (kind === 'info') return { kind, what, site: place, json }
  if (values.stream === true && (values.stay === true || values.to !== undefined))
    throw new UsageProblem('With --stream nothing is kept: it goes with neither --to nor --stay.')
  return {
    kind,
    what,
    folder: values.to ?? '.',
    only: values.only ?? [],
    stream: values.stream === true,
    stay: values.stay === true,
    site: place,
    json,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error))
  }
}

function siteOf(text: string): string {
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`)
  if (!url) throw new UsageProblem(`“${text}” is no address of a site.`)
  return new URL('.', url).href
}

/** The site of one of our own links, which have what they lead to behind a `#`. */
function siteOfLink(text: string): string | null {
  const url = /^https?:/i.test(text) ? URL.parse(text) : null
  return url && url.hash.length > 1 ? new URL('.', `${url.origin}${url.pathname}`).href : null
}

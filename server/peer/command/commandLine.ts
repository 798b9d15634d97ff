import { parseArgs } from 'node:util'
import type { Milliseconds } from '../../../src/core/brand.ts'
import {
  COMMANDS,
  COMMON,
  isCommand,
  MEMBER_ACTIONS,
  NOTE_FORMATS,
  OPTIONS,
  SHELLS,
  type CommandName,
  type Option,
} from './commands.ts'
import { readEnd } from './readEnd.ts'

/** Where a secret comes from: an argument would be seen by everybody on the machine. */
export type Secret = { readonly file: string } | { readonly value: string } | null

interface Asked {
  readonly site: string
  readonly json: boolean
}

interface AskedByMember extends Asked {
  readonly passkey: Secret
}

/** What somebody asked for on the command line. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'completion'; readonly shell: (typeof SHELLS)[number] }
  | SeedCommand
  | GetCommand
  | NotesCommand
  | MakeCommand
  | KeepCommand
  | MemberCommand
  | (AskedWithPassword & ClassicWish & { readonly kind: 'info'; readonly what: string })

/** What is wanted of peers that are no pages. */
interface ClassicWish {
  /** Null where it depends on what is fetched. */
  readonly bittorrent: boolean | null
  /** 0 for any that is free. */
  readonly port: number
}

/** What is sealed may have a password. */
interface AskedWithPassword extends AskedByMember {
  readonly password: Secret
}

interface SeedCommand extends AskedWithPassword, ClassicWish {
  readonly kind: 'seed'
  readonly paths: readonly string[]
  /** Null: after the files. */
  readonly name: string | null
  /** Only who has the link is to read them. */
  readonly sealed: boolean
  /** When it is served no more, since 1970; null for never. */
  readonly endsAt: Milliseconds | null
}

interface GetCommand extends AskedWithPassword, ClassicWish {
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
}

interface NotesCommand extends AskedWithPassword {
  readonly kind: 'notes'
  readonly what: string
  readonly format: (typeof NOTE_FORMATS)[number]
}

interface MakeCommand extends AskedByMember {
  readonly kind: 'make'
  readonly paths: readonly string[]
  readonly name: string | null
  /** Null: after the share, here. */
  readonly file: string | null
  /** None: the site's. */
  readonly trackers: readonly string[]
  readonly webSeeds: readonly string[]
  readonly private: boolean
}

interface KeepCommand extends AskedByMember {
  readonly kind: 'keep'
  readonly what: string
  /** The token that ends it, or `mine` for a member's. Null: it is to be kept. */
  readonly end: string | null
  /** From ordinary BitTorrent peers as well. */
  readonly bridge: boolean
}

export interface MemberCommand extends Asked {
  readonly kind: 'member'
  readonly action:
    | { readonly kind: 'list' }
    | { readonly kind: 'invite'; readonly uses: number; readonly note: string }
    | { readonly kind: 'revoke'; readonly id: number }
  readonly token: Secret
}

/** What was asked for makes no sense, in words for whoever typed it. */
export class UsageProblem extends Error {}

/** Where a site is if nobody says where: one that is being tried on this machine. */
export const DEFAULT_SITE = 'http://localhost:8000/'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * @param args without the program and its script
 * @param environment for what the options leave open: `SHOAL_SITE`, `SHOAL_PASSKEY`, `SHOAL_PASSWORD`, `SHOAL_TOKEN`
 * @param now from when on a span is counted, since 1970
 * @throws {UsageProblem}
 */
export function readCommand(
  args: readonly string[],
  environment: Environment,
  now: Milliseconds = Date.now(),
): Command {
  const { values, positionals } = parsed(args)
  const [kind, ...rest] = positionals
  if (values.help === true || kind === undefined || kind === 'help') return { kind: 'help' }
  if (!isCommand(kind)) throw new UsageProblem(`There is no command “${kind}”.`)
  const takes: readonly Option[] = [...COMMANDS[kind].options, ...COMMON]
  const odd = (Object.keys(values) as Option[]).find((option) => !takes.includes(option))
  if (odd !== undefined) throw new UsageProblem(`“shoal ${kind}” takes no --${odd}.`)
  if (kind === 'completion') return { kind, shell: oneOf(SHELLS, theOnly(rest, 'Name a shell')) }
  const asked = {
    site: siteOf(values.at ?? environment['SHOAL_SITE'] ?? DEFAULT_SITE),
    json: values.json === true,
  }
  if (kind === 'member')
    return {
      kind,
      ...asked,
      action: memberAction(rest, values),
      token: secretOf(values['token-file'], environment['SHOAL_TOKEN']),
    }
  const byMember = { ...asked, passkey: secretOf(values['passkey-file'], environment['SHOAL_PASSKEY']) }
  const password = secretOf(values['password-file'], environment['SHOAL_PASSWORD'])
  if (kind === 'seed' || kind === 'make') {
    if (rest.length === 0) throw new UsageProblem('Name a file or a folder to share.')
    const files = { ...byMember, paths: rest, name: values.name ?? null }
    if (kind === 'seed') return { kind, ...files, ...classicWish(values), password, ...sealing(values, now) }
    return {
      kind,
      ...files,
      file: values.out ?? null,
      trackers: (values.tracker ?? []).map(addressOf),
      webSeeds: (values['web-seed'] ?? []).map(addressOf),
      private: values.private === true,
    }
  }
  const what = theLink(rest)
  // A link names its site by itself; `--at` has the last word.
  const place = values.at === undefined ? (siteOfLink(what) ?? asked.site) : asked.site
  return linkCommand(kind, what, { ...byMember, password, site: place }, values)
}

type Values = ReturnType<typeof parsed>['values']

function sealing(values: Values, now: Milliseconds): Pick<SeedCommand, 'sealed' | 'endsAt'> {
  const sealed = values.sealed === true
  const odd = (['ends', 'password-file'] as const).find((option) => values[option] !== undefined)
  if (!sealed && odd !== undefined) throw new UsageProblem(`--${odd} is for what is sealed: add --sealed.`)
  if (values.ends === undefined) return { sealed, endsAt: null }
  const endsAt = readEnd(values.ends, now)
  if (endsAt === null)
    throw new UsageProblem(`“${values.ends}” is no end: say 12h, 7d, 2w, 2031-05-06 or 2031-05-06T18:00.`)
  if (endsAt <= now) throw new UsageProblem(`“${values.ends}” is over.`)
  return { sealed, endsAt }
}

function linkCommand(
  kind: Exclude<CommandName, 'seed' | 'make' | 'member' | 'completion'>,
  what: string,
  { password, ...asked }: AskedWithPassword,
  values: Values,
): Command {
  switch (kind) {
    case 'info':
      return { kind, what, ...asked, ...classicWish(values), password }
    case 'notes':
      return { kind, what, ...asked, password, format: oneOf(NOTE_FORMATS, values.as ?? 'markdown') }
    case 'keep':
      return { kind, what, ...asked, end: values.end ?? null, bridge: values.bridge === true }
    case 'get':
      if (values.stream === true && (values.stay === true || values.to !== undefined))
        throw new UsageProblem('With --stream nothing is kept: it goes with neither --to nor --stay.')
      return {
        kind,
        what,
        ...asked,
        ...classicWish(values),
        password,
        folder: values.to ?? '.',
        only: values.only ?? [],
        stream: values.stream === true,
        stay: values.stay === true,
      }
  }
}

function classicWish(values: Values): ClassicWish {
  const { bittorrent: yes = false, 'no-bittorrent': no = false, port } = values
  if (yes && no) throw new UsageProblem('Either --bittorrent or --no-bittorrent.')
  const number = port === undefined ? 0 : wholeNumber(port)
  if (number > 65_535) throw new UsageProblem(`“${port}” is no port.`)
  return { bittorrent: yes || no ? yes : null, port: number }
}

function memberAction(words: readonly string[], { uses, note }: Values): MemberCommand['action'] {
  const [word, ...rest] = words
  const kind = oneOf(MEMBER_ACTIONS, word ?? '')
  if (kind !== 'invite' && (uses !== undefined || note !== undefined))
    throw new UsageProblem(`“shoal member ${kind}” takes neither --uses nor --note.`)
  if (kind === 'revoke')
    return { kind, id: wholeNumber(theOnly(rest, 'Name the member by the number in “shoal member list”')) }
  if (rest.length > 0) throw new UsageProblem(`“shoal member ${kind}” takes nothing more.`)
  return kind === 'list' ? { kind } : { kind, uses: wholeNumber(uses ?? '1'), note: note ?? '' }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error))
  }
}

function theLink(words: readonly string[]): string {
  const [what, ...more] = words
  if (what === undefined) throw new UsageProblem('Name a link, a magnet link or a .torrent file.')
  if (more.length > 0)
    throw new UsageProblem('One link at a time. Is it in quotes? A shell takes “&” for its own.')
  return what
}

function theOnly(words: readonly string[], otherwise: string): string {
  const [word] = words
  if (word === undefined || words.length > 1) throw new UsageProblem(`${otherwise}.`)
  return word
}

function oneOf<const Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((each) => each === text)
  if (word === undefined) throw new UsageProblem(`It is one of: ${words.join(', ')}.`)
  return word
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageProblem(`“${text}” is no whole number above 0.`)
  return Number(text)
}

function secretOf(file: string | undefined, value: string | undefined): Secret {
  if (file !== undefined) return { file }
  return value === undefined || value === '' ? null : { value }
}

function addressOf(text: string): string {
  if (!URL.canParse(text)) throw new UsageProblem(`“${text}” is no address.`)
  return text
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

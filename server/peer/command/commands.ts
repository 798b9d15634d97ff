/** All that the command line takes: what reads it, its help, the shells' completions and the manual are made of this. */

interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for its value in the help. */
  readonly value?: string
  /** All values that there are. */
  readonly values?: readonly string[]
  /** What it does, without a full stop. */
  readonly says: string
}

export const NOTE_FORMATS = ['markdown', 'csv', 'webvtt', 'edl'] as const
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export const MEMBER_ACTIONS = ['list', 'invite', 'revoke'] as const

export const OPTIONS = {
  name: { type: 'string', value: 'NAME', says: 'what the share is called, instead of after its files' },
  sealed: {
    type: 'boolean',
    says: 'encrypts them: only who has the whole link can read them, and the password if there is one',
  },
  ends: {
    type: 'string',
    value: 'WHEN',
    says: 'with --sealed: when it is served no more, as 12h, 7d, 2w, 2031-05-06 or 2031-05-06T18:00',
  },
  to: {
    type: 'string',
    value: 'PLACE',
    says: 'where to put it, instead of here; a second try goes on where the first was stopped',
  },
  only: {
    type: 'string',
    value: 'GLOB',
    multiple: true,
    says: "only files whose path matches, such as '*.mp4'; can be given several times",
  },
  stay: { type: 'boolean', says: 'goes on serving when all is here, until it is stopped' },
  stream: {
    type: 'boolean',
    says: 'writes one file to standard output, in order: shoal get LINK --stream | mpv -',
  },
  out: { type: 'string', value: 'FILE', says: 'the name of what is written, instead of the share’s' },
  tracker: {
    type: 'string',
    value: 'URL',
    multiple: true,
    says: "an announce address, instead of the site's; can be given several times",
  },
  'web-seed': {
    type: 'string',
    value: 'URL',
    multiple: true,
    says: 'where the same files lie on a web server (BEP 19); can be given several times',
  },
  bittorrent: {
    type: 'boolean',
    says: 'meets ordinary BitTorrent peers as well: by TCP, the DHT and in the own network; without it only where a magnet link or .torrent file names trackers of theirs',
  },
  'no-bittorrent': { type: 'boolean', says: 'meets none of them in any case' },
  port: {
    type: 'string',
    value: 'PORT',
    says: 'where they reach this peer by TCP, and the DHT by UDP; any that is free if not given',
  },
  private: { type: 'boolean', says: 'for its trackers alone (BEP 27)' },
  as: { type: 'string', value: 'FORMAT', values: NOTE_FORMATS, says: NOTE_FORMATS.join(', ') },
  end: {
    type: 'string',
    value: 'TOKEN',
    says: 'takes it back instead, by the token that was told; a member says “mine”',
  },
  bridge: {
    type: 'boolean',
    says: 'has it fetched from ordinary BitTorrent peers as well, where the site does that',
  },
  uses: { type: 'string', value: 'COUNT', says: 'how many may become members by it; 1 if not given' },
  note: { type: 'string', value: 'TEXT', says: 'for whom it is, for the list of members' },
  at: {
    type: 'string',
    value: 'SITE',
    says: 'the site that is asked; else that of the link, else SHOAL_SITE, else http://localhost:8000',
  },
  'passkey-file': {
    type: 'string',
    value: 'FILE',
    says: "a member's passkey, for a private site; else SHOAL_PASSKEY",
  },
  'password-file': {
    type: 'string',
    value: 'FILE',
    says: 'the password of what is sealed; else SHOAL_PASSWORD',
  },
  'token-file': {
    type: 'string',
    value: 'FILE',
    says: "an admin's token, from the admin page; else SHOAL_TOKEN",
  },
  json: { type: 'boolean', says: 'a line of JSON for each thing that happens, for other programs' },
  help: { type: 'boolean', short: 'h', says: 'this text' },
} as const satisfies Readonly<Record<string, OptionSpec>>

export type Option = keyof typeof OPTIONS

/** The same without its values' types, for those who list them. */
export function specOf(option: Option): OptionSpec {
  return OPTIONS[option]
}

interface CommandSpec {
  /** What follows its name. */
  readonly takes: string
  /** What it does, without a full stop. */
  readonly says: string
  /** Besides those that all commands take. */
  readonly options: readonly Option[]
  /** What its arguments are. */
  readonly words: 'paths' | 'link' | readonly string[]
}

export const COMMANDS = {
  seed: {
    takes: 'PATH…',
    says: 'shares files or folders, prints the link, and serves them until it is stopped',
    options: ['name', 'sealed', 'ends', 'password-file', 'bittorrent', 'port', 'at', 'passkey-file'],
    words: 'paths',
  },
  get: {
    takes: 'LINK',
    says: 'fetches what a link, a magnet link, an info hash or a .torrent file leads to',
    options: [
      'to',
      'only',
      'stay',
      'stream',
      'password-file',
      'bittorrent',
      'no-bittorrent',
      'port',
      'at',
      'passkey-file',
    ],
    words: 'link',
  },
  info: {
    takes: 'LINK',
    says: 'says what a link leads to',
    options: ['password-file', 'bittorrent', 'no-bittorrent', 'port', 'at', 'passkey-file'],
    words: 'link',
  },
  notes: {
    takes: 'LINK',
    says: 'writes the notes on a share, or of the private review that the link opens',
    options: ['as', 'password-file', 'at', 'passkey-file'],
    words: 'link',
  },
  make: {
    takes: 'PATH…',
    says: 'writes a .torrent file',
    options: ['name', 'out', 'tracker', 'web-seed', 'private', 'at', 'passkey-file'],
    words: 'paths',
  },
  keep: {
    takes: 'LINK',
    says: "has the site's own server keep a share online, and waits until it has all",
    options: ['bridge', 'end', 'at', 'passkey-file'],
    words: 'link',
  },
  member: {
    takes: 'list | invite | revoke ID',
    says: 'the members of a private tracker, for who runs it',
    options: ['uses', 'note', 'at', 'token-file'],
    words: MEMBER_ACTIONS,
  },
  completion: {
    takes: 'SHELL',
    says: `writes what completes all this in a shell: ${SHELLS.join(', ')}`,
    options: [],
    words: SHELLS,
  },
} as const satisfies Readonly<Record<string, CommandSpec>>

export type CommandName = keyof typeof COMMANDS

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]

/** Of every command. */
export const COMMON: readonly Option[] = ['json', 'help']

export function commandSpecOf(name: CommandName): CommandSpec {
  return COMMANDS[name]
}

export function isCommand(text: string): text is CommandName {
  return Object.hasOwn(COMMANDS, text)
}

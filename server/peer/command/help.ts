import { COMMAND_NAMES, commandSpecOf, COMMON, specOf, type CommandName, type Option } from './commands.ts'

/** Where what an option does begins. */
const COLUMN = 27
const WIDTH = 118

/** Those that several commands take are told once, at the end. */
const SHARED: readonly Option[] = ['at', 'password-file', 'passkey-file', 'token-file']

export function helpText(): string {
  return `Shoal on the command line: shares and fetches files with the pages of a site, and with other programs that speak
WebTorrent.

${COMMAND_NAMES.map(commandHelp).join('')}
For several of them:
${[...SHARED, ...COMMON].map(optionHelp).join('')}
Links have an “&” in them at times: put them in quotes. Ctrl-C stops, and a second one at once.
Exit codes: 0 done, 1 failed, 2 not understood, 130 stopped.
`
}

function commandHelp(name: CommandName): string {
  const { takes, says, options } = commandSpecOf(name)
  return (
    lined(`  shoal ${name} ${takes}`, says) +
    options
      .filter((each) => !SHARED.includes(each))
      .map(optionHelp)
      .join('')
  )
}

function optionHelp(option: Option): string {
  const { value, says } = specOf(option)
  return lined(`      --${option}${value === undefined ? '' : ` ${value}`}`, says)
}

/** Two columns; the second goes on below itself. */
function lined(left: string, right: string): string {
  const lines = ['']
  for (const word of right.split(' ')) {
    const line = `${lines.at(-1) ?? ''} ${word}`.trimStart()
    if (COLUMN + line.length <= WIDTH) lines[lines.length - 1] = line
    else lines.push(word)
  }
  const [first = '', ...rest] = lines
  const start =
    left.length < COLUMN ? `${left.padEnd(COLUMN)}${first}` : `${left}\n${' '.repeat(COLUMN)}${first}`
  return [start, ...rest.map((line) => `${' '.repeat(COLUMN)}${line}`)].map((line) => `${line}\n`).join('')
}

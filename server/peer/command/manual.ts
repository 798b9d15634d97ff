import { COMMAND_NAMES, commandSpecOf, COMMON, specOf, type CommandName, type Option } from './commands.ts'

/**
 * The manual's page, in the macros of man(7).
 *
 * @param version of the program
 */
export function manualPage(version: string): string {
  return `.TH SHOAL 1 "" "Shoal ${version}" "User Commands"
.SH NAME
shoal \\- share and fetch files with the pages of a site
.SH SYNOPSIS
${COMMAND_NAMES.map((name) => `.B shoal ${name}\n${roff(commandSpecOf(name).takes)} [\\fIoption\\fR ...]`).join('\n.br\n')}
.SH DESCRIPTION
.B shoal
is a peer without a browser.
It speaks to the pages of a site, and to other programs that speak WebTorrent.
Links have an \\(lq&\\(rq in them at times: put them in quotes.
.SH COMMANDS
${COMMAND_NAMES.map(commandSection).join('\n')}
.SH OPTIONS OF ALL COMMANDS
${COMMON.map(optionEntry).join('\n')}
.SH EXIT STATUS
.TP
0
done
.TP
1
failed
.TP
2
the command was not understood
.TP
130
stopped by Ctrl-C; a second one stops at once
.SH ENVIRONMENT
.TP
.B SHOAL_SITE
the site, where neither a link nor \\-\\-at names one
.TP
.B SHOAL_PASSKEY
a member's passkey
.TP
.B SHOAL_PASSWORD
the password of a sealed share, where \\-\\-password\\-file names no other
.TP
.B SHOAL_TOKEN
an admin's token
.TP
.B SHOAL_DHT
nodes by which the DHT is entered, host:port and commas between them
.SH FILES
.TP
.I .shoal
in the folder that something is fetched to: what is not complete yet
.SH EXAMPLES
.nf
shoal seed film.mp4
shoal get 'https://share.example.org/#2c6b...' \\-\\-to ~/Downloads
shoal get 'https://share.example.org/#2c6b...' \\-\\-stream | mpv \\-
.fi
`
}

function commandSection(name: CommandName): string {
  const { takes, says, options } = commandSpecOf(name)
  return [`.SS shoal ${name} ${roff(takes)}`, roff(sentence(says)), ...options.map(optionEntry)].join('\n')
}

function optionEntry(option: Option): string {
  const { value, says } = specOf(option)
  const named = `.B \\-\\-${roff(option)}${value === undefined ? '' : ` \\fI${value}\\fR`}`
  return `.TP\n${named}\n${roff(says)}`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Text as it stands in such a page: a line that begins with a dot or a quotation mark would be a command. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', ' ...')
    .replace(/^(?=[.'])/, '\\&')
}

import {
  COMMAND_NAMES,
  commandSpecOf,
  COMMON,
  specOf,
  type CommandName,
  type Option,
  type SHELLS,
} from './commands.ts'

/** What a shell completes after `shoal`, as a script for it to read. */
export function completionFor(shell: (typeof SHELLS)[number]): string {
  switch (shell) {
    case 'bash':
      return bash()
    case 'zsh':
      return zsh()
    case 'fish':
      return fish()
  }
}

function optionsOf(name: CommandName): readonly Option[] {
  return [...commandSpecOf(name).options, ...COMMON]
}

/** Options whose value is a file or a folder. */
function namesPlace(option: Option): boolean {
  return ['FILE', 'PLACE'].includes(specOf(option).value ?? '')
}

function bash(): string {
  const cases = COMMAND_NAMES.map((name) => {
    const { words } = commandSpecOf(name)
    const fixed = typeof words === 'string' ? '' : ` ${words.join(' ')}`
    return `    ${name}) words='${optionsOf(name)
      .map((option) => `--${option}`)
      .join(' ')}${fixed}' ;;`
  }).join('\n')
  return `# For bash: shoal completion bash > ~/.local/share/bash-completion/completions/shoal
_shoal() {
  local words word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  case $before in
    --as) COMPREPLY=($(compgen -W '${specOf('as').values?.join(' ') ?? ''}' -- "$word")); return ;;
  esac
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${COMMAND_NAMES.join(' ')}' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _shoal shoal
`
}

function zsh(): string {
  const commands = COMMAND_NAMES.map((name) => `    ${quoted(`${name}:${commandSpecOf(name).says}`)}`).join(
    '\n',
  )
  const cases = COMMAND_NAMES.map((name) => {
    const { words } = commandSpecOf(name)
    const rest = typeof words === 'string' ? '*:file:_files' : `1:which:(${words.join(' ')})`
    const specs = [...optionsOf(name).map(zshOption), quoted(rest)].join(' ')
    return `    ${name}) _arguments ${specs} ;;`
  }).join('\n')
  return `#compdef shoal
# For zsh: shoal completion zsh > a folder of $fpath, as _shoal
_shoal() {
  local -a commands=(
${commands}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases}
  esac
}
if [ "$funcstack[1]" = _shoal ]; then _shoal "$@"; else compdef _shoal shoal; fi
`
}

function zshOption(option: Option): string {
  const { value, values, says, multiple } = specOf(option)
  const many = multiple === true ? '*' : ''
  const told = says.replaceAll(/[[\]:]/g, (sign) => `\\${sign}`)
  const choices = values ? `(${values.join(' ')})` : namesPlace(option) ? '_files' : ' '
  return quoted(
    `${many}--${option}[${told}]${value === undefined ? '' : `:${value.toLowerCase()}:${choices}`}`,
  )
}

function fish(): string {
  const lines = COMMAND_NAMES.flatMap((name) => {
    const { says, words } = commandSpecOf(name)
    const within = `-n '__fish_seen_subcommand_from ${name}'`
    const fixed = typeof words === 'string' ? [] : [`complete -c shoal ${within} -f -a '${words.join(' ')}'`]
    return [
      `complete -c shoal -n __fish_use_subcommand -f -a ${name} -d ${quoted(says)}`,
      ...fixed,
      ...optionsOf(name).map((option) => `complete -c shoal ${within} ${fishOption(option)}`),
    ]
  })
  return `# For fish: shoal completion fish > ~/.config/fish/completions/shoal.fish
${lines.join('\n')}
`
}

function fishOption(option: Option): string {
  const { value, values, says } = specOf(option)
  const place = value === undefined ? '' : namesPlace(option) ? ' -r -F' : ' -x'
  const choices = values ? ` -a '${values.join(' ')}'` : ''
  return `-l ${option}${place}${choices} -d ${quoted(says)}`
}

/** For all three shells: a quotation mark in it ends the text, stands by itself, and begins it again. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

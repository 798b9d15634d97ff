import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMAND_NAMES, commandSpecOf, COMMON, SHELLS } from '../../../../server/peer/command/commands.ts'
import { completionFor } from '../../../../server/peer/command/completion.ts'
import { helpText } from '../../../../server/peer/command/help.ts'
import { manualPage } from '../../../../server/peer/command/manual.ts'
import { temporaryFolder } from '../../support/testServer.ts'

/** What tells people and shells what there is. */

const OPTIONS = COMMAND_NAMES.flatMap((name) => [...commandSpecOf(name).options, ...COMMON])

it('the help names everything, in lines that a terminal has room for', () => {
  const help = helpText()
  for (const name of COMMAND_NAMES) expect(help).toContain(`shoal ${name} `)
  for (const option of OPTIONS) expect(help).toContain(`--${option}`)
  for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120)
})

describe('the manual', () => {
  const page = manualPage('1.2.3')

  it('names everything', () => {
    for (const name of COMMAND_NAMES) expect(page).toContain(`.SS shoal ${name} `)
    for (const option of OPTIONS) expect(page).toContain(`\\-\\-${option.replaceAll('-', '\\-')}`)
  })

  it('has no line that is taken for a macro, and no macro that man(7) does not have', () => {
    for (const line of page.split('\n')) {
      if (line.startsWith('.')) expect(line).toMatch(/^\.(TH|SH|SS|TP|B|I|br|nf|fi)( |$)/)
      expect(line).not.toMatch(/^'/)
    }
  })
})

describe.each(SHELLS)('completion for %s', (shell) => {
  it('knows every command and option', () => {
    const script = completionFor(shell)
    for (const name of COMMAND_NAMES) expect(script).toContain(name)
    for (const option of OPTIONS) expect(script).toMatch(new RegExp(`-(-|l )${option}\\b`))
  })

  const isHere = spawnSync(shell, ['-c', 'true']).status === 0
  it.runIf(isHere)('is a script that the shell reads', () => {
    const path = join(temporaryFolder(), 'completion')
    writeFileSync(path, completionFor(shell))
    const { status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })
})

it('bash completes commands, their options and what an option may be', () => {
  const completed = (...words: readonly string[]) => {
    const script = `${completionFor('bash')}
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _shoal; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
    return stdout.trim().split('\n')
  }
  expect(completed('shoal', 'me')).toEqual(['member'])
  expect(completed('shoal', 'get', '--st')).toEqual(['--stay', '--stream'])
  expect(completed('shoal', 'notes', 'x', '--as', 'c')).toEqual(['csv'])
  expect(completed('shoal', 'member', 'in')).toEqual(['invite'])
})

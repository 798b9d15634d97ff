import { describe, expect, it } from 'vitest'
import type { PasteProblem } from '../../src/core/pasteProblem.ts'
import { SwarmError, type Failure } from '../../src/swarm/problems.ts'
import type { OriginProblem } from '../../src/swarm/origin/problems.ts'
import type { MetainfoProblem } from '../../src/torrent/problems.ts'
import { StateError } from '../../src/state/problems.ts'
import { errorWords } from '../../src/ui/words/faults.ts'
import { failureWords } from '../../src/ui/words/failures.ts'
import { intakeWords } from '../../src/ui/words/intake.ts'
import { noticeWords } from '../../src/ui/words/notices.ts'
import { originWords } from '../../src/ui/words/origin.ts'
import { torrentWords } from '../../src/ui/words/torrent.ts'
import { words as page } from '../../src/ui/words/words.ts'

await page.bring('faults')

/** That every code has words is a matter of types; here is what they look like. */

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('words for what failed', () => {
  it.each<[Failure, string]>([
    [{ code: 'file-unreadable', name: 'a.txt' }, '“a.txt” couldn’t be read.'],
    [{ code: 'file-unreadable', name: null }, 'A file couldn’t be read.'],
    [
      { code: 'share-unreadable', problem: { code: 'torrent-takes-too-long' } },
      'It takes too long to read. Ask the sender for a new link.',
    ],
    [{ code: 'disk-full' }, 'There’s no space left.'],
    [{ code: 'unexpected', message: 'It is on fire.' }, 'It is on fire. Try again.'],
    [{ code: 'unexpected', message: 'peer-silent' }, 'Something went wrong.  Try again.'],
  ])('%o', (failure, words) => {
    const { what, why, todo } = failureWords(failure)
    expect(`${what} ${why} ${todo}`).toContain(words)
  })
})

it.each<[MetainfoProblem, string]>([
  [{ code: 'pieces-too-short', length: 512, least: 1024 }, 'Its pieces have 512 bytes: fewer than 1,024.'],
  [{ code: 'torrent-of-too-many-files', most: 100_000 }, 'It has more than 100,000 files.'],
  [{ code: 'piece-hashes-miscounted', hashes: 1, pieces: 3 }, 'It is damaged.'],
])('words for a torrent that is none: %o', (problem, words) => {
  expect(torrentWords(problem)).toBe(words)
})

it.each<[OriginProblem, string]>([
  [{ code: 'origin-error', status: 503 }, 'It answers with an error (503).'],
  [{ code: 'origin-without-ranges' }, 'It can’t send parts of a file.'],
])('words for a copy that is of no use: %o', (problem, words) => {
  expect(originWords(problem)).toBe(words)
})

it.each<[PasteProblem, string]>([
  [{ code: 'no-link' }, 'That’s not a link Shoal can open.'],
  [{ code: 'hash-of-odd-length', digits: 38 }, 'An info hash has 40 hexadecimal digits; this has 38.'],
])('words for a link that is none: %o', (problem, words) => {
  expect(intakeWords(problem)).toContain(words)
})

describe('words for errors', () => {
  it.each<[unknown, string]>([
    [
      new SwarmError({ code: 'copy-unusable', problem: { code: 'origin-differs' } }),
      'This copy can’t be used. Its contents differ.',
    ],
    [
      new SwarmError({ code: 'cannot-download', failure: { code: 'no-disk' } }),
      'This share is too large for this browser. Private windows have only memory.',
    ],
    [
      new SwarmError({ code: 'address-too-large', host: 'a.example', most: 10_000_000 }),
      'a.example sent more than 10 MB: no .torrent file.',
    ],
    [new StateError({ code: 'site-error', status: 502 }), 'The site answered with an error (502).'],
    // A browser's own.
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    // Ours, for logs.
    [new Error('worker-failed'), 'Something went wrong.'],
    [new Error(''), 'Something went wrong.'],
    ['text', 'Something went wrong.'],
  ])('%o', (error, words) => {
    expect(plain(errorWords(error))).toContain(words)
  })
})

describe('toasts', () => {
  it('name what a disk refused, and how many more', () => {
    const renamed = [
      { from: 'a:b', to: 'a b' },
      { from: 'c:d', to: 'c d' },
    ]
    expect(plain(noticeWords({ code: 'folder-saved', folder: 'x', renamed }))).toBe(
      'All files are in “x”. “a:b” isn’t an allowed name: saved as “a b”, and 1 more likewise.',
    )
    expect(noticeWords({ code: 'folder-saved', folder: 'x', renamed: [] })).toBe('All files are in “x”.')
  })

  it('count links, those that did not fit and those that failed', () => {
    expect(plain(noticeWords({ code: 'links-opened', count: 20, left: 5 }))).toBe(
      '20 links opened. 5 more didn’t fit: paste them again.',
    )
    const problem = { code: 'links-not-opened', count: 1, of: 3, fault: { code: 'site-silent' } } as const
    expect(plain(noticeWords({ code: 'paste-not-opened', problem }))).toBe(
      'That didn’t work. 1 of 3 links didn’t open. The site isn’t answering. Are you online?',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { readCommand, UsageProblem } from '../../../../server/peer/command/commandLine.ts'

const HASH = '2c6b6858d61da9543d4231a71db4b1c9264b0685'
const read = (line: string, environment = {}) =>
  readCommand(
    line.split(' ').filter((word) => word !== ''),
    environment,
  )

describe('the command line', () => {
  it.each(['', 'help', '--help', 'get --help', '-h'])('explains itself: “%s”', (line) =>
    expect(read(line)).toEqual({ kind: 'help' }),
  )

  it('shares files', () => {
    expect(read('seed a b/c --name album --at https://shoal.example/sub/')).toEqual({
      kind: 'seed',
      paths: ['a', 'b/c'],
      name: 'album',
      site: 'https://shoal.example/sub/',
      sealed: false,
      bittorrent: null,
      port: 0,
      endsAt: null,
      password: null,
      passkey: null,
      json: false,
    })
    expect(read('seed a --sealed')).toMatchObject({ sealed: true })
    expect(read('seed a --bittorrent --port 6881')).toMatchObject({ bittorrent: true, port: 6881 })
  })

  const NOW = new Date(2030, 0, 31, 12, 30).getTime()
  it.each([
    ['90m', NOW + 90 * 60_000],
    ['12h', NOW + 12 * 3_600_000],
    ['7d', NOW + 7 * 86_400_000],
    ['2w', NOW + 14 * 86_400_000],
    ['2030-01-31', new Date(2030, 1, 1).getTime()],
    ['2030-12-31', new Date(2031, 0, 1).getTime()],
    ['2030-02-01T09:05', new Date(2030, 1, 1, 9, 5).getTime()],
  ])('ends what is sealed: %s', (when, endsAt) =>
    expect(readCommand(['seed', 'a', '--sealed', '--ends', when], {}, NOW)).toMatchObject({ endsAt }),
  )

  it('fetches from the site that the link names', () => {
    expect(read(`get https://shoal.example/s/#${HASH} --only *.mp4 --only b --to out --stay --json`)).toEqual(
      {
        kind: 'get',
        what: `https://shoal.example/s/#${HASH}`,
        only: ['*.mp4', 'b'],
        folder: 'out',
        stay: true,
        stream: false,
        bittorrent: null,
        port: 0,
        passkey: null,
        password: null,
        site: 'https://shoal.example/s/',
        json: true,
      },
    )
    expect(read('get a --no-bittorrent')).toMatchObject({ bittorrent: false })
  })

  it.each([
    [`info ${HASH}`, {}, 'http://localhost:8000/'],
    [`info ${HASH}`, { SHOAL_SITE: 'shoal.example' }, 'https://shoal.example/'],
    [`info https://a.example/#${HASH}`, { SHOAL_SITE: 'shoal.example' }, 'https://a.example/'],
    [`info https://a.example/#${HASH} --at http://b.example:8000`, {}, 'http://b.example:8000/'],
    ['info https://a.example/film.torrent', {}, 'http://localhost:8000/'],
  ])('knows the site of “%s” with %o', (line, environment, site) =>
    expect(read(line, environment)).toMatchObject({ site }),
  )

  it.each([
    ['notes a --as csv', { kind: 'notes', what: 'a', format: 'csv' }],
    [
      'make a --tracker wss://t.example/ --web-seed https://w.example/a --private --out b.torrent',
      {
        kind: 'make',
        paths: ['a'],
        trackers: ['wss://t.example/'],
        webSeeds: ['https://w.example/a'],
        private: true,
        file: 'b.torrent',
      },
    ],
    [`keep ${HASH} --end mine`, { kind: 'keep', what: HASH, end: 'mine', bridge: false }],
    ['member list', { kind: 'member', action: { kind: 'list' }, token: null }],
    ['member invite --uses 3 --note friends', { action: { kind: 'invite', uses: 3, note: 'friends' } }],
    ['member revoke 7', { action: { kind: 'revoke', id: 7 } }],
    ['completion fish', { kind: 'completion', shell: 'fish' }],
  ])('understands “%s”', (line, command) => expect(read(line)).toMatchObject(command))

  it('takes secrets from files and the environment, and never from an argument', () => {
    expect(read('get a --passkey-file key')).toMatchObject({ passkey: { file: 'key' } })
    expect(read('get a', { SHOAL_PASSKEY: 'p' })).toMatchObject({ passkey: { value: 'p' } })
    expect(read('seed a --sealed --password-file p')).toMatchObject({ password: { file: 'p' } })
    expect(read('get a', { SHOAL_PASSWORD: 'p' })).toMatchObject({ password: { value: 'p' } })
    expect(read('member list', { SHOAL_TOKEN: 't' })).toMatchObject({ token: { value: 't' } })
    expect(read('member list --token-file t')).toMatchObject({ token: { file: 't' } })
  })

  it.each([
    ['fetch x', 'There is no command “fetch”.'],
    ['seed', 'Name a file or a folder to share.'],
    ['get', 'Name a link'],
    ['get a b', 'Is it in quotes?'],
    ['get a --bittorrent --no-bittorrent', 'Either --bittorrent or --no-bittorrent.'],
    ['get a --port 65536', '“65536” is no port.'],
    ['seed a --stream', '“shoal seed” takes no --stream.'],
    ['info a --to b', '“shoal info” takes no --to.'],
    ['get a --stream --to b', 'nothing is kept'],
    ['get a --at http://', 'is no address of a site'],
    ['get a --wrong', '--wrong'],
    ['notes a --as pdf', 'It is one of: markdown, csv, webvtt, edl.'],
    ['make a --tracker nowhere', 'is no address'],
    ['member', 'It is one of: list, invite, revoke.'],
    ['member revoke', 'Name the member by the number'],
    ['member revoke x', 'is no whole number'],
    ['member list --uses 2', 'takes neither --uses nor --note'],
    ['completion', 'Name a shell'],
    ['seed a --ends 7d', '--ends is for what is sealed: add --sealed.'],
    ['seed a --password-file p', '--password-file is for what is sealed'],
    ['seed a --sealed --ends soon', '“soon” is no end: say 12h'],
    ['seed a --sealed --ends 0d', 'is no end'],
    ['seed a --sealed --ends 2031-02-31', 'is no end'],
    ['seed a --sealed --ends 2031-02-03T25:00', 'is no end'],
    ['seed a --sealed --ends 2019-05-06', '“2019-05-06” is over.'],
    ['keep a --password-file p', '“shoal keep” takes no --password-file.'],
    ['seed a --token-file t', '“shoal seed” takes no --token-file.'],
  ])('says what is wrong with “%s”', (line, problem) => {
    expect(() => read(line)).toThrow(UsageProblem)
    expect(() => read(line)).toThrow(problem)
  })
})

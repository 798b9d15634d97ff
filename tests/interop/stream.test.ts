import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { makeFilm } from '../support/film.ts'
import { NodeEngine } from '../support/nodeEngine.ts'
import { startTestServer, temporaryFolder } from '../server/support/testServer.ts'

/* `shoal get --stream` into a player of another make, which stands here for those that show what they play. */

const [SECONDS, RATE] = [20, 10]

test('a film plays while it arrives', async () => {
  const site = await startTestServer()
  const folder = temporaryFolder()
  const film = join(folder, 'film.webm')
  await makeFilm(film, { seconds: SECONDS, kbit: 1_000, rate: RATE })
  const { size } = statSync(film)
  const giver = await NodeEngine.start(site.url, join(folder, 'giver'))
  onTestFinished(() => giver.stop())
  const link = await giver.give(film, 'film.webm')
  giver.giveAtMost(size / 20)

  const command = ['server/peer/command/main.ts', 'get', link, '--stream']
  const shoal = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const player = spawn('ffmpeg', ['-v', 'error', '-i', 'pipe:0', '-progress', 'pipe:1', '-f', 'null', '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    shoal.kill('SIGKILL')
    player.kill('SIGKILL')
  })
  shoal.stdout.pipe(player.stdin)
  let pictures = 0
  createInterface(player.stdout).on('line', (line) => {
    const [, number] = /^frame=(\d+)/.exec(line) ?? []
    if (number !== undefined) pictures = Number(number)
  })
  await expect.poll(() => pictures, { timeout: 60_000 }).toBeGreaterThan(0)
  expect(giver.given).toBeLessThan(size * 0.8)
  giver.giveAtMost(50_000_000)
  const ends = await Promise.all([once(shoal, 'exit'), once(player, 'exit')])
  expect(ends.map(([code]) => code as unknown)).toEqual([0, 0])
  expect(pictures).toBe(SECONDS * RATE)
})

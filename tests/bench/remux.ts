import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright'
import { Peer } from '../support/peer.ts'
import { PlayerView } from '../support/playerView.ts'
import { rendererGrowth } from './rendererMemory.ts'
import { report } from './runner.ts'
import { onStage } from './stage.ts'

/**
 * How long another sound of a film takes to be heard, and how much the renderers grow while the whole of a Matroska
 * film is remuxed. Memory, so in one run.
 */

/** Bytes of the film; less for a quick look. */
const SIZE = Number(process.env['REMUX_BYTES'] ?? 2_000_000_000)
const MB = 1e6
const SWITCHES = 6

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    const profile = await stage.newProfile()
    const browser = profile.browser()
    if (!browser) throw new Error('The browser with a profile is not known.')
    const session = await browser.newBrowserCDPSession()
    const path = join(stage.folder, 'film.mkv')
    await makeLargeFilm(path)
    const peer = new Peer(profile, await profile.newPage(), stage.site.url)
    await peer.home()
    const given = await peer.chooseFiles(path)
    await given.reaches('seeding')
    const player = new PlayerView(peer.page)
    await player.play('film.mkv')
    await player.passes(1)
    const sounds = player.section.getByRole('combobox', { name: 'Language of the sound' })
    await sounds.waitFor()

    const first = await secondsToSwitch(peer.page, 1)
    const later: number[] = []
    for (let at = 0; at < SWITCHES; at++) later.push(await secondsToSwitch(peer.page, at % 2))
    later.sort((left, right) => left - right)

    const began = performance.now()
    const growth = await rendererGrowth([session], () =>
      goThrough(player, (ms) => peer.page.waitForTimeout(ms)),
    )
    const seconds = (performance.now() - began) / 1000
    report('remux', [
      { name: 'another sound, from the browser’s own player', unit: 's', value: first },
      { name: 'another sound after that, median', unit: 's', value: later[SWITCHES / 2] ?? NaN },
      {
        name: `growth, remuxing ${((await stat(path)).size / MB).toFixed(0)} MB`,
        unit: 'MB',
        value: growth / MB,
      },
      { name: 'its rate', unit: 'MB/s', value: SIZE / MB / seconds },
    ])
  })
}

/** A minute at 24 Mbit/s with two sounds, again and again. */
async function makeLargeFilm(path: string): Promise<void> {
  const ffmpeg = (...parameters: string[]) =>
    promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...parameters])
  const clip = `${path}.clip.mkv`
  await ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25:duration=20,noise=alls=90:allf=t'],
    ...[
      '-f',
      'lavfi',
      '-i',
      'sine=frequency=440:duration=20',
      '-f',
      'lavfi',
      '-i',
      'sine=frequency=880:duration=20',
    ],
    ...[
      '-map',
      '0:v',
      '-map',
      '1:a',
      '-map',
      '2:a',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-c:a',
      'aac',
    ],
    ...[
      '-b:v',
      '24M',
      '-minrate',
      '24M',
      '-maxrate',
      '24M',
      '-bufsize',
      '12M',
      '-g',
      '25',
      '-pix_fmt',
      'yuv420p',
    ],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=ger', clip],
  )
  const times = Math.max(0, Math.ceil(SIZE / (await stat(clip)).size) - 1)
  await ffmpeg('-stream_loop', String(times), '-i', clip, '-map', '0', '-c', 'copy', path)
}

/** From the choice to the moment at which film and sound go on. */
async function secondsToSwitch(page: Page, sound: number): Promise<number> {
  return page.evaluate(async (at) => {
    const menu = document.querySelector<HTMLSelectElement>('.player select')
    if (!menu) throw new Error('There is no menu of sounds.')
    const time = () => document.querySelector('video')?.currentTime ?? 0
    const began = performance.now()
    const before = time()
    menu.value = String(at)
    menu.dispatchEvent(new Event('change', { bubbles: true }))
    // Until then what was buffered of the old sound goes on for a moment, and the new element begins at nothing.
    await new Promise((resolve) => setTimeout(resolve, 30))
    for (;;) {
      const video = document.querySelector('video')
      if (video && !video.seeking && video.readyState >= 3 && time() > before + 0.05) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return (performance.now() - began) / 1000
  }, sound)
}

/** Jumps to the end of what is ready, again and again, until the whole film has been fed. */
async function goThrough(player: PlayerView, wait: (ms: number) => Promise<void>): Promise<void> {
  for (;;) {
    const { ready, left } = await player.video.evaluate((video: HTMLVideoElement) => {
      const { buffered, currentTime, duration } = video
      let end = currentTime
      for (let at = 0; at < buffered.length; at++)
        if (buffered.start(at) <= currentTime) end = Math.max(end, buffered.end(at))
      const left = duration - end
      if (end - currentTime > 4) video.currentTime = end - 0.5
      return { ready: end - currentTime, left }
    })
    if (left < 2) return
    if (ready <= 4) await wait(50)
  }
}

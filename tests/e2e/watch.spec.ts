import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'

/** Films that play while they arrive, from one who gives them slowly. */

/** Half as much again as the films need: the whole takes a minute, and what is not asked for first comes far too late. */
const GIVE = 150_000

for (const [what, name, fastStart] of [
  ['an MP4 for the web', 'film.mp4', true],
  ['an MP4 with its index at the end', 'film.mp4', false],
  ['a WebM', 'film.webm', true],
] as const) {
  test(`${what} plays while it arrives, and goes on from where one jumps to`, async ({
    newPeer,
    newVisitor,
    folder,
  }) => {
    const path = join(folder, name)
    await makeFilm(path, { seconds: 90, kbit: 800, fastStart })
    const giver = await newPeer()
    await giver.givesAtMost(GIVE)
    const given = await giver.chooseFiles(path)
    await given.reaches('seeding')

    const taker = await newVisitor()
    const taken = await taker.open(await given.link())
    await taken.reaches('ready')
    const player = new PlayerView(taker.page)
    await player.play(name)
    await player.starts()
    await player.passes(0.5)
    expect(await taken.progress()).toBeLessThan(0.5)
    expect(Math.round(await player.duration())).toBe(90)

    await player.seek(86)
    await player.passes(86.5)
    expect(await taken.progress()).toBeLessThan(0.8)
  })
}

test('what the browser cannot decode is said long before it is here', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'film.avi')
  await makeFilm(path, { seconds: 60, kbit: 800 })
  const giver = await newPeer()
  await giver.givesAtMost(GIVE)
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const taker = await newVisitor()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await new PlayerView(taker.page).play('film.avi')
  const alert = taken.article.getByRole('alert')
  await expect(alert).toContainText('This browser can’t play “film.avi”')
  expect(await taken.progress()).toBeLessThan(0.5)
  await alert.getByRole('button', { name: 'pause the download' }).click()
  await taken.reaches('paused')
})

test('what a torrent holds never runs on this site', async ({ newPeer, folder }) => {
  const script = '<script>localStorage.setItem("ran", "1"); top.document.title = "ran"</script>'
  await writeFile(join(folder, 'page.html'), `<!doctype html><title>evil</title>${script}`)
  await writeFile(
    join(folder, 'drawing.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg"><script>localStorage.setItem("ran", "1")</script></svg>`,
  )
  await writeFile(join(folder, 'code.js'), 'localStorage.setItem("ran", "1")')
  await makeFilm(join(folder, 'film.mp4'), { seconds: 2, kbit: 500 })
  const giver = await newPeer({ expectedTrouble: [/sandboxed|Refused to|MIME type|violates|violated/] })
  const given = await giver.chooseFolder(folder)
  await given.reaches('seeding')
  const infoHash = await given.infoHash()
  await new PlayerView(giver.page).play('film.mp4')
  await new PlayerView(giver.page).starts()

  const { page } = giver
  const answers = await page.evaluate(async (hash) => {
    const names = ['code.js', 'drawing.svg', 'film.mp4', 'page.html']
    const answered = names.map(async (name, index) => {
      const response = await fetch(`/stream/${hash}/${index}/${name}`)
      const { headers } = response
      return [
        name,
        headers.get('Content-Type'),
        headers.get('Content-Security-Policy'),
        headers.has('Content-Disposition'),
      ]
    })
    return Promise.all(answered)
  }, infoHash)
  const sandboxed = "sandbox; default-src 'none'"
  expect(answers).toEqual([
    ['code.js', 'text/plain; charset=utf-8', sandboxed, true],
    ['drawing.svg', 'text/plain; charset=utf-8', sandboxed, true],
    ['film.mp4', 'video/mp4', sandboxed, false],
    ['page.html', 'text/plain; charset=utf-8', sandboxed, true],
  ])
  // As a script, as a frame and as an image of this very page.
  await page.evaluate(async (hash) => {
    const tries = [
      Object.assign(document.createElement('script'), { src: `/stream/${hash}/0/code.js` }),
      Object.assign(document.createElement('iframe'), { src: `/stream/${hash}/3/page.html` }),
      Object.assign(document.createElement('iframe'), { src: `/stream/${hash}/1/drawing.svg` }),
      Object.assign(document.createElement('img'), { src: `/stream/${hash}/1/drawing.svg` }),
    ]
    document.body.append(...tries)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }, infoHash)
  expect(await page.evaluate(() => localStorage.getItem('ran'))).toBeNull()
  await expect(page).not.toHaveTitle('ran')
})

for (const [locale, endings, shown] of [
  ['fr-FR', ['fr.srt', 'srt'], 'fr'],
  ['de-DE', ['srt', 'de.srt', 'en.srt', 'sv.srt'], 'de'],
  ['en-US', ['ar.vtt', 'de.vtt', 'en.vtt', 'es.vtt', 'fr.vtt', 'it.vtt', 'sv.vtt'], 'en'],
] as const) {
  test(`of ${endings.length} captions one is shown, in the browser’s language: ${locale}`, async ({
    newPeer,
    folder,
  }) => {
    await makeFilm(join(folder, 'film.mp4'), { seconds: 5, kbit: 100 })
    for (const ending of endings)
      await writeFile(join(folder, `film.${ending}`), 'WEBVTT\n\n00:00.000 --> 00:05.000\nHello\n')
    const peer = await newPeer({ locale })
    // Not by its label, which is of the language.
    await peer.page.locator('input[webkitdirectory]').setInputFiles(folder)
    await peer.share().reaches('seeding')
    await peer.page
      .getByRole('button', { name: /film\.mp4/ })
      .first()
      .click()
    const player = new PlayerView(peer.page)
    await player.starts()
    const tracks = () =>
      player.video.evaluate((video: HTMLVideoElement) =>
        [...video.textTracks].map(({ language, mode }) => ({ language, mode })),
      )
    const showing = async () => (await tracks()).filter(({ mode }) => mode === 'showing')
    await expect.poll(async () => (await tracks()).length).toBe(endings.length)
    await expect.poll(async () => (await showing()).map(({ language }) => language)).toEqual([shown])
  })
}

test('captions beside the film are shown, and one goes on where one left', async ({ newPeer, folder }) => {
  await makeFilm(join(folder, 'film.mp4'), { seconds: 40, kbit: 300 })
  await writeFile(join(folder, 'film.en.srt'), '1\r\n00:00:00,000 --> 00:00:39,000\r\nGood evening\r\n')
  await writeFile(join(folder, 'film.de.vtt'), 'WEBVTT\n\n00:00.000 --> 00:39.000\nGuten Abend\n')
  const giver = await newPeer()
  const given = await giver.chooseFolder(folder)
  await given.reaches('seeding')
  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const player = new PlayerView(taker.page)
  await player.play('film.mp4')
  await player.starts()
  const cues = () =>
    player.video.evaluate((video: HTMLVideoElement) =>
      [...video.textTracks].map(({ language, mode, cues }) => {
        const [cue] = (cues ?? []) as unknown as VTTCue[]
        return `${language} ${mode} ${cue?.text ?? ''}`
      }),
    )
  await expect.poll(cues).toContainEqual('en showing Good evening')
  expect(await cues()).toHaveLength(2)

  await player.seek(20)
  await player.passes(20.5)
  await taker.page.getByRole('button', { name: 'Close player' }).click()
  await expect(player.section).toHaveCount(0)
  await player.play('film.mp4')
  await player.passes(19.5)
  expect(await player.time()).toBeLessThan(39)
})

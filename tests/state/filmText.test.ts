import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { matroskaText } from '../../src/state/remux/matroskaText.ts'
import { mp4Text } from '../../src/state/remux/mp4Text.ts'
import type { FilmBytes } from '../../src/state/remux/readFilm.ts'
import { makeRichFilm } from '../support/film.ts'
import { temporaryFolder } from '../server/support/testServer.ts'

/** Captions and chapters in films that ffmpeg made. */

function bytesOf(file: Uint8Array) {
  const read = { bytes: 0 }
  const bytes: FilmBytes = {
    size: file.length,
    read: (from, to) => {
      const part = new Uint8Array(file.subarray(from, to))
      read.bytes += part.length
      return Promise.resolve(part)
    },
  }
  return { bytes, read }
}

async function film(name: string): Promise<Uint8Array> {
  const path = join(temporaryFolder(), name)
  await makeRichFilm(path)
  return readFile(path)
}

const CASES = [
  ['film.mkv', matroskaText],
  ['film.webm', matroskaText],
  ['film.mp4', mp4Text],
  ['film.mov', mp4Text],
] as const

describe.each(CASES)('%s', (name, textOf) => {
  it('has its captions in two languages, timed, and its chapters', { timeout: 60_000 }, async () => {
    const { bytes } = bytesOf(await film(name))
    const text = await textOf(bytes)
    expect(text?.captions.map(({ language }) => language)).toEqual(['en', 'de'])
    expect(text?.chapters).toEqual([
      { at: 0, title: 'The beginning' },
      { at: 8, title: 'The end' },
    ])
    const [english, german] = text?.captions ?? []
    const said = (await text?.cues(english?.id ?? 0, 0, 60)) ?? []
    expect(said.map((cue) => cue.text.replaceAll(/<\/?i>/g, ''))).toEqual(['Good evening', 'All is well'])
    expect(said[0]?.from).toBeCloseTo(0.5, 1)
    expect(said[1]?.to).toBeCloseTo(19, 1)
    expect((await text?.cues(german?.id ?? 0, 18, 20))?.map((cue) => cue.text)).toEqual(['Alles ist gut'])
  })
})

test('what there is to choose is told for little of the film', async () => {
  const mkv = await film('film.mkv')
  const { bytes, read } = bytesOf(mkv)
  await matroskaText(bytes)
  expect(read.bytes).toBeLessThan(60_000)
})

test('files that lie are read in no time, and nothing is found in them', { timeout: 60_000 }, async () => {
  for (const [name, textOf] of CASES) {
    const honest = await film(name)
    for (let seed = 1; seed <= 40; seed++) {
      const lying = new Uint8Array(honest)
      for (let at = 0; at < 60; at++)
        lying[(seed * 7919 + at * at * 131) % (at % 2 ? 4096 : lying.length)] = seed * at
      const { bytes } = bytesOf(lying)
      const began = performance.now()
      const text = await textOf(bytes).catch(() => null)
      for (const { id } of text?.captions.slice(0, 2) ?? []) await text?.cues(id, 0, 60).catch(() => [])
      expect(performance.now() - began).toBeLessThan(5_000)
    }
  }
})

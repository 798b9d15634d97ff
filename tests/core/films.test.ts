import { describe, expect, it, test } from 'vitest'
import { filmsAmong, isTransportStream } from '../../src/core/films.ts'
import { isNamed, namesInPlaylist } from '../../src/core/playlistNames.ts'

const films = (...paths: string[]) =>
  filmsAmong(paths.map((path) => ({ path: path.split('/'), size: 188_000 }))).map(({ path }) =>
    path.join('/'),
  )

describe('films of a share', () => {
  it('are playlists where there are some, and never their parts', () => {
    expect(
      films('s/hls/0.m4s', 's/hls/init.mp4', 's/hls/master.m3u8', 's/hls/v0/list.m3u8', 's/hls/v0/1.ts'),
    ).toEqual(['s/hls/master.m3u8'])
    expect(films('chunk-1.m4s', 'init-1.m4s', 'manifest.mpd')).toEqual(['manifest.mpd'])
    expect(films('chunk-1.webm', 'init-1.webm', 'a.mpd')).toEqual(['a.mpd'])
  })

  it('are several, each in its folder, and what lies beside these', () => {
    expect(films('s/a.mp4', 's/dash/x.mpd', 's/dash/1.m4s', 's/hls/x.m3u8', 's/hls/1.ts', 's/z.mkv')).toEqual(
      ['s/a.mp4', 's/dash/x.mpd', 's/hls/x.m3u8', 's/z.mkv'],
    )
  })

  it('begin with the list that is likely to name the others', () => {
    expect(films('0.m3u8', 'master.m3u8', 'z.m3u8', '1.ts')).toEqual(['master.m3u8'])
    expect(films('manifest.mpd', 'master.m3u8', '1.m4s')).toEqual(['master.m3u8'])
  })

  it('are songs where a list names songs, and no segments without a list', () => {
    expect(films('s/all.m3u8', 's/one.mp3', 's/two.flac')).toEqual(['s/one.mp3', 's/two.flac'])
    expect(films('1.m4s', '2.cmfv', 'a.vtt')).toEqual([])
  })
})

test('a transport stream is told from a program by its size', () => {
  expect(isTransportStream('film.ts', 188 * 1000)).toBe(true)
  expect(isTransportStream('00001.mts', 192 * 1000)).toBe(true)
  expect(isTransportStream('recording.ts', 5_000_001)).toBe(true)
  expect(isTransportStream('film.m2ts', 10)).toBe(true)
  expect(isTransportStream('program.ts', 188 * 10)).toBe(false)
  expect(isTransportStream('program.ts', 188 * 1000 + 1)).toBe(false)
  expect(isTransportStream('film.mp4', 188 * 1000)).toBe(false)
})

describe('what a playlist names', () => {
  it('is its segments, keys and lists, below its own folder', () => {
    const text = [
      '#EXTM3U',
      '#EXT-X-MAP:URI="init%20a.mp4",BYTERANGE="10@0"',
      '#EXT-X-MEDIA:TYPE=AUDIO,URI="sound/list.m3u8"',
      '#EXTINF:2,',
      'video/1.m4s?x#y',
      './video/../2.m4s',
      'https://elsewhere.example/3.m4s',
      '/4.m4s',
    ].join('\r\n')
    expect(namesInPlaylist(text)).toEqual({
      names: ['init a.mp4', 'sound/list.m3u8', 'video/1.m4s', '2.m4s'],
      loose: false,
    })
  })

  it('is what the templates of a manifest leave open', () => {
    const text = `<?xml version="1.0"?><MPD><BaseURL>dash/</BaseURL><BaseURL>one.mp4</BaseURL>
      <SegmentTemplate initialization='init-$RepresentationID$.m4s' media="c/$RepresentationID$-$Number%05d$.m4s"/></MPD>`
    const { names, loose } = namesInPlaylist(text) ?? { names: [], loose: false }
    expect([...names].sort()).toEqual(['c/*-*.m4s', 'init-*.m4s', 'one.mp4'])
    const isOne = (path: string) => names.some((name) => isNamed(path, name, loose))
    expect(
      ['dash/init-0.m4s', 'c/v-00001.m4s', 'dash/c/v-00001.m4s', 'dash/one.mp4'].filter(isOne),
    ).toHaveLength(4)
    expect(['other.mp4', 'c/v.m4s', 'none.mp4', 'init-0.m4sx'].filter(isOne)).toEqual([])
  })

  it('is nothing of a list of songs, or of any other text', () => {
    expect(namesInPlaylist('#EXTM3U\n#EXTINF:123,A song\nsong.mp3')).toBeNull()
    expect(namesInPlaylist('<html>')).toBeNull()
  })

  it('is found in no time, whatever a stranger wrote', () => {
    const began = performance.now()
    expect(isNamed('a'.repeat(50_000), `${'a*'.repeat(10_000)}b`, true)).toBe(false)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

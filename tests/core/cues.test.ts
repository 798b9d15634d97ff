import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { captionsOf } from '../../src/core/captions.ts'
import { asWebVtt } from '../../src/core/cues.ts'
import { readCaptions } from '../../src/core/readCaptions.ts'

/* Files as people have them: encodings, times and tags of many programs. */

const FOLDER = 'tests/fixtures/captions'
const read = (name: string) => {
  const [file] = captionsOf({ index: 0, path: ['film.mp4'] }, [
    { index: 0, path: ['film.mp4'] },
    { index: 1, path: [name] },
  ])
  return readCaptions(readFileSync(join(FOLDER, name)), file?.language ?? '')
}
const encoded = (bytes: readonly number[], language = '') =>
  readCaptions(
    Uint8Array.from([...new TextEncoder().encode('1\n00:00:01,000 --> 00:00:02,000\n'), ...bytes]),
    language,
  )

const CAFE = 'Café élève — Übergröße'

test.each(readdirSync(FOLDER))('%s gives captions, every character of which can be read', (name) => {
  const vtt = read(name)
  expect(vtt).toMatch(/^WEBVTT\n\n00:00:01\.000 --> 00:00:\d\d\.\d{3}/)
  expect(vtt).not.toMatch(/\ufffd|\{\\|font|STYLE|url\(/)
})

test.each<readonly [name: string, words: string]>([
  ['film.de.srt', CAFE],
  ['film.en.srt', CAFE],
  ['film.es.srt', CAFE],
  ['film.fr.srt', CAFE],
  ['film.it.srt', CAFE],
  ['film.nl.srt', CAFE],
  ['film.pt.srt', CAFE],
  ['film.ja.srt', '日本語'],
  ['film.ru.srt', 'Привет'],
  ['film.pl.sub', '00:00:01.000 --> 00:00:18.000\nCześć'],
  ['film.fi.vtt', 'Hei'],
  ['cp1252.srt', 'Héllo'],
  ['utf16.srt', 'Héllo'],
  ['arrow-in-text.srt', 'A --&gt; B\n\n00:00:03.000 --> 00:00:04.000\nBye'],
  ['plain.srt', 'Hello\n\n00:00:03.000 --> 00:00:04.000\nBye'],
  ['position.srt', '00:00:01.000 --> 00:00:02.500 line:0\nHello\n'],
  ['plain.ass', '00:00:01.000 --> 00:00:02.500\nHello\n'],
  ...['dots.srt', 'no-hours.srt', 'no-spaces.srt', 'one-digit-hour.srt', 'spaces-in-time.srt'].map(
    (name) => [name, '00:00:01.000 --> 00:00:02.500\nHello\n'] as const,
  ),
])('%s says %j', (name, words) => {
  expect(read(name)).toContain(words)
})

describe('text that is not Unicode', () => {
  test.each([
    ['pl', [0x8c, 0x9c, 0xbf], 'Śśż'],
    ['uk', [0xb3, 0xbf], 'ії'],
    ['el', [0xe1, 0xe2], 'αβ'],
    ['tr', [0xfe, 0xf0], 'şğ'],
    ['he', [0xf9, 0xec], 'של'],
    ['ar', [0xd3, 0xe1], 'سل'],
    ['lv', [0xe2, 0xe7], 'āē'],
    ['zh-TW', [0xa4, 0xa4], '中'],
    ['zh', [0xd6, 0xd0], '中'],
    ['ko', [0xc7, 0xd1], '한'],
    ['', [0xdc, 0x62, 0x65, 0x72], 'Über'],
  ])('is read by the language: %s', (language, bytes, words) => {
    expect(encoded(bytes, language)).toContain(`\n${words}\n`)
  })

  test.each([
    [
      'cp1251',
      'Привет. Как дела? Я не знаю, что делать.',
      'cff0e8e2e5f22e20cae0ea20e4e5ebe03f20df20ede520e7ede0fe2c20f7f2ee20e4e5ebe0f2fc2e',
    ],
    [
      'koi8_r',
      'Привет. Как дела? Я не знаю, что делать.',
      'f0d2c9d7c5d42e20ebc1cb20c4c5ccc13f20f120cec520dacec1c02c20ded4cf20c4c5ccc1d4d82e',
    ],
    [
      'cp1253',
      'Δεν ξέρω τι να κάνω. Πού είσαι;',
      'c4e5ed20eeddf1f920f4e920ede120eadcedf92e20d0effd20e5dff3e1e93b',
    ],
    ['cp1255', 'אני לא יודע מה לעשות', 'e0f0e920ece020e9e5e3f220eee420ecf2f9e5fa'],
    ['cp1256', 'لا أعرف ماذا أفعل', 'e1c720c3dad1dd20e3c7d0c720c3dddae1'],
    ['cp874', 'ผมไม่รู้ว่าจะทำอย่างไร', 'bcc1e4c1e8c3d9e9c7e8d2a8d0b7d3cdc2e8d2a7e4c3'],
    [
      'shift_jis',
      '何をすればいいのかわからない。',
      '89bd82f082b782ea82ce82a282a282cc82a982ed82a982e782c882a28142',
    ],
    [
      'euc_jp',
      '何をすればいいのかわからない。',
      'b2bfa4f2a4b9a4eca4d0a4a4a4a4a4cea4aba4efa4aba4e9a4caa4a4a1a3',
    ],
    ['euc_kr', '어떻게 해야 할지 모르겠어요.', 'beeeb6bbb0d420c7d8bedf20c7d2c1f620b8f0b8a3b0dabeeebfe42e'],
    ['gb18030', '我不知道该怎么办。他在这里。', 'ced2b2bbd6aab5c0b8c3d4f5c3b4b0eca1a3cbfbd4dad5e2c0efa1a3'],
    ['big5', '我不知道該怎麼辦。他在這裡。', 'a7daa4a3aabeb944b8d3abe7bbf2bfeca143a54ca662b36fb8cca143'],
    [
      'cp1250',
      'Nie wiem, co robić. Gdzie jesteś, mój mały?',
      '4e6965207769656d2c20636f20726f6269e62e2047647a6965206a657374659c2c206df36a206d61b3793f',
    ],
    [
      'cp1254',
      'Ne yapacağımı bilmiyorum. Şimdi gidiyoruz, değil mi?',
      '4e6520796170616361f0fd6dfd2062696c6d69796f72756d2e20de696d64692067696469796f72757a2c206465f0696c206d693f',
    ],
    [
      'cp1252',
      'Où étais-tu, ma chère? Ça va très bien.',
      '4ff920e9746169732d74752c206d61206368e872653f20c761207661207472e873206269656e2e',
    ],
    [
      'cp1252',
      'Ich weiß nicht, wo du hingehst. Schöne Grüße!',
      '49636820776569df206e696368742c20776f2064752068696e67656873742e20536368f66e65204772fcdf6521',
    ],
  ])('is read by what is in it, where no language is told: %s, %s', (_encoding, words, hex) => {
    expect(encoded((hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16)))).toContain(words)
  })
})

describe('what is in a caption', () => {
  const said = (text: string) => asWebVtt(`1\n00:01 --> 00:02\n${text}\n`)?.split('\n').slice(3).join('\n')

  test.each([
    ['<i>a</i> <B>b</B> <font color="red">c</font>', '<i>a</i> <b>b</b> c\n'],
    ['<script>alert(1)</script>', 'alert(1)\n'],
    ['1 < 2 > 0 & <3', '1 &lt; 2 &gt; 0 &amp; &lt;3\n'],
    ['{\\an8}{\\i1}up{\\i0}', 'up\n'],
    ['one\n\ntwo', 'one\ntwo\n'],
    ['one\n2', 'one\n2\n'],
  ])('%j is shown as %j', (text, shown) => {
    expect(said(text)).toBe(shown)
  })

  it('of SubStation Alpha is its words, in the order of time, without shapes', () => {
    const ass =
      '[Script Info]\n[Events]\nFormat: Start, End, Style, Text\nComment: 0:00:00.00,0:00:01.00,x,no\n' +
      'Dialogue: 0:00:03.00,0:00:04.00,x,{\\pos(1,2)}Two\\Nlines, and\\ha comma\n' +
      'Dialogue: 0:00:01.00,0:00:02.50,x,{\\an7}One\nDialogue: 0:00:01.00,0:00:02.50,x,{\\p1}m 0 0 l 1 1{\\p0}\n'
    expect(asWebVtt(ass)).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500 line:0 align:start\nOne\n\n' +
        '00:00:03.000 --> 00:00:04.000\nTwo\nlines, and\u00a0a comma\n',
    )
  })

  it('of MicroDVD is timed by the rate that the file tells', () => {
    expect(asWebVtt('{1}{1}23.976\n{24}{48}{y:i}a|b\n')).toContain('00:00:01.001 --> 00:00:02.002\na\nb')
  })

  it('of WebVTT keeps its places and voices, but no look of its own', () => {
    const vtt =
      'WEBVTT x\n\nSTYLE\n::cue { background: url(https://x.example) }\n\nNOTE a --> b\n\n' +
      'id\n00:01.000 --> 01:00:02.000 line:0 region:x position:10%\n<v Ann>Hi {\\an8}<font size=9>&amp;</font>\n\nstray\n'
    expect(asWebVtt(vtt)).toBe(
      'WEBVTT\n\n00:00:01.000 --> 01:00:02.000 line:0 position:10%\n<v Ann>Hi &amp;\n',
    )
  })

  it('is none in any other file', () => {
    expect(['', 'x', '\0\0\u0001ä', '{', 'WEBVTT', '[Events]'].map(asWebVtt)).toEqual(Array(6).fill(null))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void asWebVtt(text)))
  })
})

import fc from 'fast-check'
import { DtdValidator, XmlAttribute, XmlDocument, XmlDtd, XmlElement, type XmlNode } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { writeFcpXml } from '../../../src/notes/export/fcpXml.ts'
import { writePremiereXml } from '../../../src/notes/export/premiereXml.ts'
import type { ReviewNote } from '../../../src/notes/export/reviewNote.ts'
import { FRAME_RATES, nameOfRate } from '../../../src/notes/export/timecode.ts'
import { arbitraryNotes } from './arbitraryNotes.ts'

/*
 * Markers for Final Cut Pro and Premiere, read by libxml2 against what the formats' references say of elements. The
 * grammars are ours, as far as markers need them: Apple's own DTDs may not be given on. What is written was valid by
 * those of FCPXML 1.5 to 1.11 too.
 */

const FCPXML = `
<!ELEMENT fcpxml (import-options?, resources?, (library | event*))>
<!ATTLIST fcpxml version CDATA #FIXED "1.9">
<!ELEMENT import-options EMPTY>
<!ELEMENT resources (format | asset | effect | media)*>
<!ELEMENT asset EMPTY>
<!ELEMENT effect EMPTY>
<!ELEMENT media EMPTY>
<!ELEMENT metadata EMPTY>
<!ELEMENT format EMPTY>
<!ATTLIST format id ID #REQUIRED name CDATA #IMPLIED frameDuration CDATA #IMPLIED fieldOrder CDATA #IMPLIED
  width CDATA #IMPLIED height CDATA #IMPLIED>
<!ELEMENT library (event*)>
<!ATTLIST library location CDATA #IMPLIED>
<!ELEMENT event (project | clip)*>
<!ATTLIST event name CDATA #IMPLIED uid CDATA #IMPLIED>
<!ELEMENT clip EMPTY>
<!ELEMENT project (sequence)>
<!ATTLIST project name CDATA #IMPLIED uid CDATA #IMPLIED id ID #IMPLIED modDate CDATA #IMPLIED>
<!ELEMENT sequence (note?, spine, metadata?)>
<!ATTLIST sequence format IDREF #REQUIRED duration CDATA #IMPLIED tcStart CDATA #IMPLIED tcFormat (DF | NDF) #IMPLIED>
<!ELEMENT note (#PCDATA)>
<!ELEMENT spine (gap | clip)*>
<!ELEMENT gap (note?, clip*, (marker | chapter-marker)*, metadata?)>
<!ATTLIST gap name CDATA #IMPLIED offset CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #REQUIRED
  enabled (0 | 1) "1">
<!ELEMENT chapter-marker EMPTY>
<!ELEMENT marker EMPTY>
<!ATTLIST marker start CDATA #REQUIRED duration CDATA #IMPLIED value CDATA #REQUIRED completed (0 | 1) #IMPLIED
  note CDATA #IMPLIED>`

const XMEML = `
<!ELEMENT xmeml (sequence)>
<!ATTLIST xmeml version CDATA #REQUIRED>
<!ELEMENT sequence (name, duration, rate, timecode, media, marker*)>
<!ELEMENT name (#PCDATA)>
<!ELEMENT duration (#PCDATA)>
<!ELEMENT rate (timebase, ntsc)>
<!ELEMENT timebase (#PCDATA)>
<!ELEMENT ntsc (#PCDATA)>
<!ELEMENT timecode (rate, string, frame, displayformat)>
<!ELEMENT string (#PCDATA)>
<!ELEMENT frame (#PCDATA)>
<!ELEMENT displayformat (#PCDATA)>
<!ELEMENT media (video)>
<!ELEMENT video (format, track*)>
<!ELEMENT format (samplecharacteristics)>
<!ELEMENT samplecharacteristics (rate, width, height)>
<!ELEMENT width (#PCDATA)>
<!ELEMENT height (#PCDATA)>
<!ELEMENT track EMPTY>
<!ELEMENT marker (comment, name, in, out)>
<!ELEMENT comment (#PCDATA)>
<!ELEMENT in (#PCDATA)>
<!ELEMENT out (#PCDATA)>`

function nameOf(node: XmlNode): string {
  if (node instanceof XmlElement || node instanceof XmlAttribute) return node.name
  throw new Error('Neither an element nor an attribute.')
}

/** Throws for what is not well-formed, or not valid. */
function markersIn(text: string, grammar: string): readonly Readonly<Record<string, string>>[] {
  using document = XmlDocument.fromString(text)
  using dtd = XmlDtd.fromString(grammar)
  using validator = new DtdValidator(dtd)
  validator.validate(document)
  return document.find('//marker').map((marker) => {
    const parts = marker.find('@* | *')
    return Object.fromEntries(parts.map((part) => [nameOf(part), part.content]))
  })
}

/** Of a second. */
function fractionOf(time: string): readonly [bigint, bigint] {
  const [, over = '', under = ''] = /^(\d+)\/(\d+)s$/.exec(time) ?? []
  const fraction = [BigInt(over), BigInt(under)] as const
  expect(fraction[0] < 2n ** 63n && fraction[1] > 0n && fraction[1] < 2n ** 31n).toBe(true)
  return fraction
}

/** The frame that begins at a time; throws where none does. */
function frameOf(time: string, [over, under]: readonly [bigint, bigint]): bigint {
  const [at, of] = fractionOf(time)
  expect((at * under) % (of * over)).toBe(0n)
  return (at * under) / (of * over)
}

const NTSC = { rate: { exact: 30_000 / 1001, counted: 30, dropped: 2 }, firstHour: 1 }
const PAL = { rate: { exact: 25, counted: 25, dropped: 0 }, firstHour: 1 }
const NOTE: ReviewNote = {
  name: 'Ann "A" <b>',
  text: 'Too & dark',
  file: null,
  at: 10_000,
  until: null,
  page: null,
  drawing: null,
  resolved: false,
  replies: [{ name: 'Ben', text: 'Yes\u0000\ud800' }],
}
const SPAN = { ...NOTE, until: 12_000, resolved: true, replies: [] }
const ON_ALL = { ...NOTE, at: null }

describe('markers for Final Cut Pro', () => {
  test('stand at whole frames of the timeline, and are done where the note is', () => {
    expect(markersIn(writeFcpXml([NOTE, SPAN, ON_ALL], 'Cut 3', PAL), FCPXML)).toEqual([
      {
        start: '90250/25s',
        duration: '1/25s',
        value: 'Too & dark / Ben: Yes',
        note: 'Ann "A" <b>',
        completed: '0',
      },
      // One marker a frame.
      { start: '90251/25s', duration: '50/25s', value: 'Too & dark', note: 'Ann "A" <b>', completed: '1' },
    ])
    // 10 s are 299 whole frames; an hour of drop-frame timecode is 107,892 frames.
    const [first] = markersIn(writeFcpXml([NOTE], 'Cut 3', NTSC), FCPXML)
    expect(first?.['start']).toBe(`${(107_892 + 299) * 1001}/30000s`)
  })

  // What no grammar says: https://developer.apple.com/documentation/professional-video-applications/fcpxml-reference
  test('have times of a 64-bit and a 32-bit number, at edges of frames, within the gap that they are on', () => {
    fc.assert(
      fc.property(arbitraryNotes(), fc.constantFrom(...FRAME_RATES), (notes, [, rate]) => {
        using document = XmlDocument.fromString(writeFcpXml(notes, 'A', { rate, firstHour: 1 }))
        const at = (path: string): readonly bigint[] =>
          document.find(path).map((time) => frameOf(time.content, frame))
        const [frame = [0n, 0n]] = document.find('//@frameDuration').map(({ content }) => fractionOf(content))
        const [[from = 0n], [length = 0n]] = [at('//gap/@start'), at('//gap/@duration')]
        expect([at('//sequence/@tcStart'), at('//gap/@offset')]).toEqual([[from], [from]])
        expect(at('//sequence/@duration')).toEqual([length])
        const durations = at('//marker/@duration')
        for (const [index, start] of at('//marker/@start').entries()) {
          expect(start >= from && start + (durations[index] ?? 0n) <= from + length).toBe(true)
          expect((durations[index] ?? 0n) > 0n).toBe(true)
        }
      }),
    )
  })

  test('are valid, whatever is said', () => {
    fc.assert(
      fc.property(arbitraryNotes(), fc.constantFrom(...FRAME_RATES), (notes, [, rate]) => {
        const markers = markersIn(writeFcpXml(notes, 'A & B', { rate, firstHour: 0 }), FCPXML)
        expect(markers).toHaveLength(notes.filter(({ at }) => at !== null).length)
        expect(new Set(markers.map(({ start }) => start)).size).toBe(markers.length)
      }),
    )
  })
})

describe('markers for Premiere', () => {
  test('count frames from the beginning', () => {
    expect(markersIn(writePremiereXml([NOTE, SPAN, ON_ALL], 'Cut 3', PAL), XMEML)).toEqual([
      { comment: 'Too & dark / Ben: Yes', name: 'Ann "A" <b>', in: '250', out: '-1' },
      { comment: '✓ Too & dark', name: 'Ann "A" <b>', in: '251', out: '301' },
    ])
    expect(writePremiereXml([NOTE], 'Cut', NTSC)).toContain(
      '<string>01:00:00;00</string><frame>107892</frame>',
    )
  })

  test('are valid, whatever is said', () => {
    fc.assert(
      fc.property(arbitraryNotes(), fc.constantFrom(...FRAME_RATES), (notes, [, rate]) => {
        const markers = markersIn(writePremiereXml(notes, 'A & B', { rate, firstHour: 0 }), XMEML)
        expect(markers).toHaveLength(notes.filter(({ at }) => at !== null).length)
      }),
    )
  })
})

test('a measured rate is called as editors call it', () => {
  expect([23.976, 24, 24.0003, 29.97003, 59.9398, 25.0001, 12.5].map(nameOfRate)).toEqual([
    '23.976',
    '24',
    '24',
    '29.97',
    '59.94',
    '25',
    null,
  ])
})

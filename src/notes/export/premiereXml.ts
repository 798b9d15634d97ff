import { firstFrame, markersOf, type Timeline } from './markers.ts'
import type { ReviewNote } from './reviewNote.ts'
import { writeTimecode } from './timecode.ts'
import { xmlText } from './xml.ts'

/*
 * Notes as Premiere Pro reads them (Final Cut Pro XML Interchange Format, version 4): an empty sequence with a marker
 * for each note that has a time. Drawings are left out, and which file a note is on.
 */

/** What of a sequence the format asks for, and markers have nothing to do with. */
const FRAME_SIZE = '<width>1920</width><height>1080</height>'

export function writePremiereXml(notes: readonly ReviewNote[], title: string, timeline: Timeline): string {
  const { rate } = timeline
  const markers = markersOf(notes, rate)
  const first = firstFrame(timeline)
  const length = Math.max(1, ...markers.map(({ frame, frames }) => frame + frames))
  const counted = `<rate><timebase>${rate.counted}</timebase><ntsc>${Number.isInteger(rate.exact) ? 'FALSE' : 'TRUE'}</ntsc></rate>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE xmeml>',
    '<xmeml version="4">',
    '  <sequence>',
    `    <name>${xmlText(title)}</name>`,
    `    <duration>${length}</duration>`,
    `    ${counted}`,
    `    <timecode>${counted}<string>${writeTimecode(first, rate) ?? ''}</string><frame>${first}</frame><displayformat>${rate.dropped > 0 ? 'DF' : 'NDF'}</displayformat></timecode>`,
    `    <media><video><format><samplecharacteristics>${counted}${FRAME_SIZE}</samplecharacteristics></format><track/></video></media>`,
    ...markers.map(
      ({ frame, frames, text, name, resolved }) =>
        `    <marker><comment>${xmlText(resolved ? `✓ ${text}` : text)}</comment><name>${xmlText(name)}</name><in>${frame}</in><out>${frames > 1 ? frame + frames : -1}</out></marker>`,
    ),
    '  </sequence>',
    '</xmeml>',
    '',
  ].join('\n')
}

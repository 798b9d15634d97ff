import { firstFrame, markersOf, type Timeline } from './markers.ts'
import type { ReviewNote } from './reviewNote.ts'
import { xmlText } from './xml.ts'

/*
 * Notes as Final Cut Pro reads them (FCPXML 1.9): a project of one gap with a to-do marker for each note that has a
 * time, ticked where the note is resolved. Drawings are left out, and which file a note is on.
 */

export function writeFcpXml(notes: readonly ReviewNote[], title: string, timeline: Timeline): string {
  const { rate } = timeline
  // Times are fractions of a second, whole frames all of them: 1001/30000s and not 0.0334s.
  const [ticks, scale] = Number.isInteger(rate.exact) ? [1, rate.exact] : [1001, rate.counted * 1000]
  const time = (frames: number): string => `${frames * ticks}/${scale}s`
  const markers = markersOf(notes, rate)
  const first = firstFrame(timeline)
  const length = Math.max(1, ...markers.map(({ frame, frames }) => frame + frames))
  const start = time(first)
  const name = xmlText(title)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fcpxml>',
    '<fcpxml version="1.9">',
    '  <resources>',
    `    <format id="r1" frameDuration="${time(1)}" width="1920" height="1080"/>`,
    '  </resources>',
    '  <library>',
    `    <event name="${name}">`,
    `      <project name="${name}">`,
    `        <sequence format="r1" duration="${time(length)}" tcStart="${start}" tcFormat="${rate.dropped > 0 ? 'DF' : 'NDF'}">`,
    '          <spine>',
    `            <gap name="${name}" offset="${start}" start="${start}" duration="${time(length)}">`,
    ...markers.map(
      ({ frame, frames, text, name, resolved }) =>
        `              <marker start="${time(first + frame)}" duration="${time(frames)}" value="${xmlText(text)}" note="${xmlText(name)}" completed="${resolved ? 1 : 0}"/>`,
    ),
    '            </gap>',
    '          </spine>',
    '        </sequence>',
    '      </project>',
    '    </event>',
    '  </library>',
    '</fcpxml>',
    '',
  ].join('\n')
}

import type { OriginProblem } from '../../../state/engineTypes.ts'
import type { ApiProblemCode } from '../../../state/faults.ts'
import type { PlainFault, PlainIntake } from '../plainFaults.ts'
import type { WordsFor } from '../say.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

/** What went wrong, why, and what to do. */
export const faults = {
  failures,
  notices,
  torrents,

  unexpected: 'Something went wrong.',
  fileChanged: 'A file of this share was changed, moved or deleted.',
  fileDamaged: 'A file of this share has changed.',
  copyUnusable: (why: string) => `This copy can’t be used. ${why}`,
  addressTooLarge: (host: string, most: string) =>
    `${host} sent more than ${most}: no .torrent file. Is the address right?`,
  serverError: (status: number) => `The server says: error ${status}.`,
  linksNotOpened: (count: number, of: number, why: string) =>
    `${number(count)} of ${plural(of, { one: '1 link', other: `${number(of)} links` })} didn’t open. ${why}`,

  plain: {
    'nothing-chosen': 'Choose at least one file first.',
    'file-incomplete': 'This file isn’t complete yet.',
    'data-not-open': 'This share’s data isn’t open.',
    'share-removed': 'This share was removed.',
    'engine-elsewhere': 'Another tab has taken over.',
    'files-not-opened': 'Your browser couldn’t open the files. Choose them again.',
    'files-of-other-sizes': 'These are other files: their sizes differ.',
    'files-of-other-contents': 'These are other files: their contents differ.',
    // A copy on a web server.
    'sealed-part-damaged': 'A part of it is damaged. Ask the sender to share it anew.',
    'password-wrong': 'That’s not its password. Check capital letters.',
    'not-a-web-address': 'A web address begins with https:// or http://.',
    'share-not-ready': 'The share isn’t ready yet.',
    // The address of a .torrent file.
    'address-error': ({ host, status }) =>
      `${host} answered “${status}” instead of a .torrent file. Is the address right?`,
    'address-silent': ({ host, seconds }) =>
      `${host} didn’t answer in ${number(seconds)} seconds. Drop the .torrent file here instead.`,
    'address-unreachable': ({ host }) =>
      `This page can’t fetch from ${host}. Download the .torrent file and drop it here.`,
    'torrent-file-too-large': 'It’s too large for a .torrent file.',
    // The site.
    'site-silent': 'The site isn’t answering. Are you online?',
    'site-busy': 'Too often. Wait a minute.',
    'site-error': ({ status }) => `The site answered with an error (${status}).`,
    'site-unclear': 'The site’s answer makes no sense.',
    'answer-unclear': 'The site’s answer makes no sense.',
    'not-listed': 'The list didn’t load. Try again.',
    'not-published': 'This isn’t published any more.',
    'live-encrypted': 'This live film is encrypted, so it can’t be shown here.',
    'server-silent': 'The server didn’t answer. Are you online?',
    // This browser.
    'insecure-address': 'Shoal needs a secure address: https, or http://localhost.',
    'no-webrtc': 'Your browser can’t connect to others: WebRTC is missing or off.',
    'outdated-page': 'A newer Shoal is open in this browser. Reload the page.',
    'engine-not-loaded': 'A part of Shoal didn’t load. Are you online?',
    'part-not-loaded': 'A part of Shoal didn’t load. Are you online?',
    // Saving and playing.
    'no-worker-to-save': 'Your browser doesn’t allow that here. Save the files one by one.',
    'no-worker-to-play': 'Your browser can’t play what is still arriving.',
    'worker-silent-to-save': 'The browser didn’t start writing it.',
    'worker-silent-to-play': 'The browser didn’t start playing it.',
    'download-not-begun': 'The browser didn’t start the download.',
    'download-lost': 'Your browser stopped it halfway. Try again.',
    'no-room-to-save': 'The disk is full. Free some space.',
    'place-refused': 'Your browser may not write there. Choose another place.',
    'file-busy': 'Another program has that file open. Close it, or choose another name.',
    'source-changed': 'One of its files was changed, moved or deleted.',
    'source-gone': 'A file or its folder was moved or deleted.',
    'no-hls': 'This browser can’t play HLS.',
    'film-broken': 'A part of the film can’t be read.',
    'not-readable-now': 'It can’t be read now.',
    // Notes.
    'note-too-long': 'Too long for one note. Write two.',
    'written-too-much': 'You’ve reached the limit for one person. Delete something first.',
    'thread-full': 'This conversation is full. Write a new note.',
    'review-full': 'This review is full. Delete some of your notes, or begin a private review.',
    'review-full-of-people': ({ people }) =>
      `This review is full: ${number(people)} people write in it. Hide somebody’s notes, or begin a private review.`,
    'reads-only': 'This link is read-only.',
    'notes-taken-over': 'Another tab has taken over.',
    'author-forked': 'Nobody believes this author any more.',
    // A file of notes.
    'notes-of-odd-ending': 'Notes come as .md, .csv, .vtt, .srt or .edl.',
    'notes-too-large': 'This file is too large for notes.',
    'notes-not-text': 'This file isn’t text (UTF-8).',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: 'The entry in this file lacks words or a time.',
        other: `All ${number(skipped)} entries in this file lack words or a time.`,
      }),
    'no-notes-in-it': 'There are no notes in this file.',
    'notes-elsewhere': 'Another tab has the notes now.',
  } satisfies WordsFor<PlainFault>,

  /** Why what was typed or pasted was not opened. */
  intake: {
    'text-too-long': 'That’s too long to be a link.',
    'nothing-pasted': 'Paste a link first.',
    'no-link': 'That’s not a link Shoal can open.',
    'hash-of-odd-length': ({ digits }) =>
      `An info hash has 40 hexadecimal digits; this has ${number(digits)}.`,
    'link-without-hash': 'This link is damaged. Was all of it copied?',
    'review-damaged': 'This link is damaged. Was all of it copied?',
    'key-damaged': 'This link is damaged. Was all of it copied?',
    'address-damaged': 'This web address is damaged. Was all of it copied?',
    'magnet-without-hash': 'This magnet link has no valid info hash.',
    'link-of-version-2': 'BitTorrent version 2 isn’t supported yet.',
  } satisfies WordsFor<PlainIntake>,

  /** Why a publisher's copy on a web server cannot be used; “it” has been named before. */
  origin: {
    'origin-unreachable': 'It can’t be reached from here.',
    'origin-silent': 'It doesn’t answer, or far too slowly.',
    'origin-stopped': 'It stopped halfway.',
    'origin-error': ({ status }) => `It answers with an error (${status}).`,
    'origin-lacks-file': 'It doesn’t have the file.',
    'origin-refuses': 'It doesn’t give the file to everybody.',
    'origin-without-ranges': 'It can’t send parts of a file.',
    'origin-other-range': 'It sends the wrong part.',
    'origin-shorter': 'Its file is shorter.',
    'origin-other-size': 'Its file has another size.',
    'origin-differs': 'Its contents differ.',
    'origin-false': 'It sends something else.',
    'origin-by-http': 'It’s http, which a page on https can’t use.',
  } satisfies WordsFor<OriginProblem>,

  /** What the server answers to an admin. */
  server: {
    'address-busy': 'Too many requests from your address.',
    'database-busy': 'The server’s database is busy: try again.',
    failed: 'That didn’t work; the server’s log says why.',
    'host-unknown': 'The Host header is missing or wrong.',
    'link-void': 'This link is unknown, expired or used; the server prints another.',
    'no-data-folder': 'The server has no data folder.',
    'no-such-invitation': 'There is no such invitation.',
    'no-such-member': 'There is no such member.',
    'no-such-token': 'There is no such token.',
    'not-an-admin': 'This browser is an admin’s no longer.',
    'revoked-before': 'This membership was taken back.',
    'swarm-empty': 'Nobody is in this swarm.',
    'torrent-unknown': 'This torrent isn’t known.',
  } satisfies Record<ApiProblemCode, string>,
}

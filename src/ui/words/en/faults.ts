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

  unexpected: 'Something unexpected went wrong.',
  fileChanged: 'A file of this share was changed, moved or deleted.',
  fileDamaged: 'A file of this share is no longer what was shared.',
  copyUnusable: (why: string) => `This copy cannot be used. ${why}`,
  addressTooLarge: (host: string, most: string) =>
    `What ${host} sent is larger than ${most}: no .torrent file is. Is the address right?`,
  serverError: (status: number) => `The server says: error ${status}.`,
  linksNotOpened: (count: number, of: number, why: string) =>
    `${number(count)} of ${plural(of, { one: '1 link', other: `${number(of)} links` })} didn’t open. ${why}`,

  plain: {
    'nothing-chosen': 'Choose at least one file first.',
    'file-incomplete': 'This file is not complete yet.',
    'data-not-open': 'This share’s data is not open.',
    'share-removed': 'This share was removed.',
    'engine-elsewhere': 'Another tab has taken over.',
    'files-not-opened':
      'Your browser didn’t open the files: they were changed or moved, or it may not. Choose them again.',
    'files-of-other-sizes': 'These are other files: their sizes differ.',
    'files-of-other-contents': 'These are other files: their contents differ.',
    // A copy on a web server.
    'sealed-part-damaged': 'A part of it isn’t what was sealed. Ask the sender to share it anew.',
    'password-wrong': 'That’s not its password. Check capital letters.',
    'not-a-web-address': 'A web address begins with https:// or http://.',
    'share-not-ready': 'The share is not ready yet.',
    // The address of a .torrent file.
    'address-error': ({ host, status }) =>
      `${host} answered “${status}” instead of a .torrent file. Is the address still right?`,
    'address-silent': ({ host, seconds }) =>
      `${host} did not answer in ${number(seconds)} seconds. Try again, or drop the .torrent file here.`,
    'address-unreachable': ({ host }) =>
      `This page may not fetch from ${host}, or it is offline. Download the .torrent file and drop it here.`,
    'torrent-file-too-large': 'It is far too big for a .torrent file.',
    // The site.
    'site-silent': 'The site isn’t answering. Are you online?',
    'site-busy': 'That was too often. Wait a minute.',
    'site-error': ({ status }) => `The site answered with an error (${status}).`,
    'site-unclear': 'The site sent something that this page doesn’t understand.',
    'answer-unclear': 'The site sent something that this page doesn’t understand.',
    'not-listed': 'The list didn’t load. Try again in a moment.',
    'not-published': 'This isn’t published here any more.',
    'server-silent': 'The server did not answer. Are you online?',
    // This browser.
    'insecure-address': 'Shoal needs a secure address: https, or http://localhost.',
    'no-webrtc': 'Your browser can’t connect to others: WebRTC is missing or switched off.',
    'outdated-page': 'A newer version of Shoal is open in this browser. Reload the page.',
    'engine-not-loaded': 'A part of Shoal didn’t load. Are you online? Try again, or reload the page.',
    'part-not-loaded': 'A part of Shoal didn’t load. Are you online? Try again, or reload the page.',
    // Saving and playing.
    'no-worker-to-save':
      'Your browser doesn’t allow that, as in a private window. You can still save files one by one.',
    'no-worker-to-play': 'Your browser can’t play what is still arriving, as in a private window.',
    'worker-silent-to-save': 'The browser did not start the part that writes it.',
    'worker-silent-to-play': 'The browser did not start the part that plays it.',
    'download-not-begun': 'The browser did not begin the download.',
    'download-lost': 'Your browser stopped it halfway. Try again.',
    'no-room-to-save': 'There’s no space left on the disk. Free some, then try again.',
    'place-refused': 'Your browser may not write there. Choose another place.',
    'file-busy': 'Another program has that file open. Close it, or choose another name.',
    'source-changed': 'One of its files was changed, moved or deleted.',
    'source-gone': 'A file or its folder was moved or deleted meanwhile.',
    'no-hls': 'This browser can’t play this kind of film (HLS).',
    'film-broken': 'A part of the film couldn’t be read.',
    'not-readable-now': 'It cannot be read now.',
    // Notes.
    'note-too-long': 'That’s too long for one note. Make it shorter, or write two.',
    'written-too-much': 'You’ve reached the limit for one person. Delete something first.',
    'thread-full': 'This conversation is full. Write a new note instead.',
    'review-full':
      'This review is full: your note would reach nobody. Delete some of yours, or begin a private review.',
    'review-full-of-people': ({ people }) =>
      `This review is full: ${number(people)} people have written in it. Hide somebody’s notes to make room, or begin a private review.`,
    'reads-only': 'You opened the read-only link, so you can’t write here.',
    'notes-taken-over': 'Another tab has taken over.',
    'author-forked': 'Nobody believes this author any more.',
    // A file of notes.
    'notes-of-odd-ending': 'Notes come as .md, .csv, .vtt, .srt or .edl; this file ends otherwise.',
    'notes-too-large': 'This file is far too large for a list of notes.',
    'notes-not-text': 'This file isn’t text (UTF-8).',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: 'Nothing in this file can be read as a note: 1 entry lacked words or a time.',
        other: `Nothing in this file can be read as a note: ${number(skipped)} entries lacked words or a time.`,
      }),
    'no-notes-in-it': 'There are no notes in this file.',
    'notes-elsewhere': 'Another tab has the notes now.',
  } satisfies WordsFor<PlainFault>,

  /** Why what was typed or pasted was not opened. */
  intake: {
    'text-too-long': 'That’s far too long to be a link.',
    'nothing-pasted': 'There’s nothing here yet. Paste a link.',
    'no-link': 'That’s not a link Shoal can open.',
    'hash-of-odd-length': ({ digits }) =>
      `An info hash has 40 hexadecimal digits; this has ${number(digits)}. Was all of it copied?`,
    'link-without-hash': 'This link is damaged after the #. Was all of it copied?',
    'review-damaged':
      'The end of this link, which opens its private review, is damaged. Was all of it copied?',
    'key-damaged': 'The end of this link, which opens what is sealed, is damaged. Was all of it copied?',
    'address-damaged': 'This web address is damaged. Was all of it copied?',
    'magnet-without-hash': 'This magnet link has no valid info hash. Was all of it copied?',
    'link-of-version-2': 'It’s a torrent of BitTorrent version 2, which isn’t supported yet.',
  } satisfies WordsFor<PlainIntake>,

  /** Why a publisher's copy on a web server cannot be used; “it” has been named before. */
  origin: {
    'origin-unreachable': 'It cannot be reached from this page.',
    'origin-silent': 'It does not answer, or far too slowly.',
    'origin-stopped': 'It stopped in the middle.',
    'origin-error': ({ status }) => `It answers with an error (${status}).`,
    'origin-lacks-file': 'It does not have the file.',
    'origin-refuses': 'It does not give the file to everybody.',
    'origin-without-ranges': 'It cannot send a part of a file.',
    'origin-other-range': 'It sends another part than was asked for.',
    'origin-shorter': 'Its file is shorter.',
    'origin-other-size': 'Its file has another size.',
    'origin-differs': 'What is in it differs from this share.',
    'origin-false': 'It sends something else than what is shared.',
    'origin-by-http': 'It’s there by http alone, which browsers refuse to a page on https.',
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

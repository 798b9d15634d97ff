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
    `What ${host} sent is larger than ${most}: that is no .torrent file. Is the address right?`,
  serverError: (status: number) => `The server says: error ${status}.`,
  linksNotOpened: (count: number, of: number, why: string) =>
    `${number(count)} of ${plural(of, { one: '1 link', other: `${number(of)} links` })} could not be opened. ${why}`,

  plain: {
    'nothing-chosen': 'Choose at least one file first.',
    'file-incomplete': 'This file is not complete yet.',
    'data-not-open': 'This share’s data is not open.',
    'share-removed': 'This share was removed.',
    'engine-elsewhere': 'Another tab has taken over.',
    'files-not-opened':
      'Your browser didn’t open the files: they were changed or moved, or it wasn’t allowed to. Choose them again.',
    'files-of-other-sizes': 'These aren’t the files of this share: their sizes differ.',
    'files-of-other-contents': 'These aren’t the files of this share: their contents differ.',
    // A copy on a web server.
    'sealed-part-damaged': 'A part of it is not what was sealed. Ask whoever sent it to share it anew.',
    'password-wrong': 'That’s not its password. Check capital letters.',
    'not-a-web-address': 'This is not a web address: it begins with https:// or http://.',
    'share-not-ready': 'The share is not ready yet.',
    // The address of a .torrent file.
    'address-error': ({ host, status }) =>
      `${host} answered “${status}” instead of a .torrent file. Is the address still right?`,
    'address-silent': ({ host, seconds }) =>
      `${host} did not answer in ${number(seconds)} seconds. Try again, or download the .torrent file and drop it here.`,
    'address-unreachable': ({ host }) =>
      `This page was not allowed to fetch from ${host}: most sites refuse that (CORS), or it is offline. Download the .torrent file and drop it here instead.`,
    'torrent-file-too-large': 'It is far too big to be a .torrent file.',
    // The site.
    'site-silent': 'The site isn’t answering. Are you online?',
    'site-busy': 'That was too often. Wait a minute.',
    'site-error': ({ status }) => `The site answered with an error (${status}).`,
    'site-unclear': 'The site sent a configuration that this page does not understand.',
    'answer-unclear': 'The site sent an answer that this page does not understand.',
    'not-listed': 'The list could not be loaded. Try again in a moment.',
    'not-published': 'This isn’t published here any more.',
    'server-silent': 'The server did not answer. Is it running, and are you online?',
    // This browser.
    'insecure-address': 'Shoal needs a secure address: https, or http://localhost on this machine.',
    'no-webrtc': 'Your browser can’t connect to others: WebRTC is missing or switched off.',
    'outdated-page': 'A newer version of Shoal is open in this browser. Reload the page; nothing is lost.',
    'engine-not-loaded':
      'A part of Shoal could not be loaded. Check your connection and try again, or reload the page.',
    'part-not-loaded':
      'A part of Shoal could not be loaded. Check your connection and try again, or reload the page.',
    // Saving and playing.
    'no-worker-to-save':
      'Your browser doesn’t allow this kind of download, as in a private window. You can still save files one by one.',
    'no-worker-to-play':
      'Your browser can’t play what is still arriving, as in a private window. Save it when it’s here.',
    'worker-silent-to-save': 'The browser did not start the part that writes it.',
    'worker-silent-to-play': 'The browser did not start the part that plays it.',
    'download-not-begun': 'The browser did not begin the download.',
    'download-lost': 'Your browser stopped it halfway. Please try again.',
    'no-room-to-save': 'There’s no space left on the disk. Free some, then try again.',
    'place-refused': 'Your browser may not write there. Choose another place.',
    'file-busy': 'Another program has that file open. Close it, or choose another name.',
    'source-changed': 'One of its files was changed, moved or deleted.',
    'source-gone': 'A file or its folder was moved or deleted meanwhile.',
    'no-hls': 'This browser cannot play films of several qualities (HLS).',
    'film-broken': 'A part of the film could not be read or decoded.',
    'not-readable-now': 'It cannot be read now.',
    // Notes.
    'note-too-long': 'That’s too long for one note. Make it shorter, or write two.',
    'written-too-much': 'You’ve reached the limit for one person. Delete something first.',
    'thread-full':
      'This conversation is full: your answer would not be seen. Write a new note instead, or delete some of your answers.',
    'review-full':
      'This review is full. Your note would reach nobody. Delete some of yours to make room, or begin a private review.',
    'review-full-of-people': ({ people }) =>
      `This review is full: ${number(people)} people have written in it. Your note would reach nobody. Hide somebody’s notes to make room for yours, or begin a private review.`,
    'reads-only': 'You opened the read-only link, so you can’t write here.',
    'notes-taken-over': 'Another tab has taken over.',
    'author-forked': 'Nobody believes this author any more.',
    // A file of notes.
    'notes-of-odd-ending':
      'This file’s ending is none of .md, .csv, .vtt, .srt and .edl, so it is not clear how to read it.',
    'notes-too-large': 'This file is far too large to be a list of notes.',
    'notes-not-text': 'This file is not text (UTF-8). Save it as such, and try again.',
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
    'magnet-without-hash': 'This magnet link has no valid info hash (xt=urn:btih:…). Was all of it copied?',
    'link-of-version-2': 'This is a torrent of BitTorrent version 2 alone, which is not supported yet.',
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
    'origin-by-http': 'It is there by http alone, and this page came by https: browsers refuse that.',
  } satisfies WordsFor<OriginProblem>,

  /** What the server answers to an admin. */
  server: {
    'address-busy': 'The server says: too many requests from your address.',
    'database-busy': 'The server says: the server’s database is busy: try again.',
    failed: 'The server says: this did not work; the server’s log says why.',
    'host-unknown': 'The server says: the Host header is missing or wrong.',
    'link-void':
      'The server says: this link is unknown, expired or was opened before; the server prints another.',
    'no-data-folder': 'The server says: there is no data folder.',
    'no-such-invitation': 'The server says: there is no such invitation.',
    'no-such-member': 'The server says: there is no such member.',
    'no-such-token': 'The server says: there is no such token.',
    'not-an-admin': 'This browser is an admin’s no longer.',
    'revoked-before': 'The server says: this membership was taken back.',
    'swarm-empty': 'The server says: nobody is in this swarm.',
    'torrent-unknown': 'The server says: this torrent is not known.',
  } satisfies Record<ApiProblemCode, string>,
}

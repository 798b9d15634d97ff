import { countOf, formatSize, people } from './measures.ts'
import { faultOf, type ApiProblemCode, type Fault } from '../../state/faults.ts'
import { failureWords, inOneGo } from './failures.ts'
import { originWords } from './origin.ts'
import { torrentWords } from './torrent.ts'

const API_WORDS: Readonly<Record<ApiProblemCode, string>> = {
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
}

/** Why something that somebody asked for was not done. */
export function errorWords(error: unknown): string {
  return faultWords(faultOf(error))
}

export function faultWords(fault: Fault): string {
  switch (fault.code) {
    // Shares and their files.
    case 'too-many-files':
      return inOneGo(failureWords(fault))
    case 'nothing-chosen':
      return 'Choose at least one file first.'
    case 'cannot-download':
      return inOneGo(failureWords(fault.failure))
    case 'file-incomplete':
      return 'This file is not complete yet.'
    case 'data-not-open':
      return 'This share’s data is not open.'
    case 'share-removed':
      return 'This share was removed.'
    case 'engine-elsewhere':
      return 'Another tab has taken over.'
    case 'files-not-opened':
      return 'The browser did not open the files: they were changed or moved, or it was not allowed to. Choose them again.'
    case 'files-of-other-sizes':
      return 'These are not the files of this share: their sizes differ.'
    case 'files-of-other-contents':
      return 'These are not the files of this share: what is in them differs.'
    case 'files-changed':
      return 'A file of this share was changed, moved or deleted.'
    case 'files-damaged':
      return 'A file of this share is no longer what was shared.'
    case 'disk-full':
    case 'no-disk':
    case 'store-in-use':
    case 'store-broken':
      return inOneGo(failureWords(fault))
    // An HTTP copy that somebody names.
    case 'not-a-web-address':
      return 'This is not a web address: it begins with https:// or http://.'
    case 'share-not-ready':
      return 'The share is not ready yet.'
    case 'copy-unusable':
      return `This copy cannot be used. ${originWords(fault.problem)}`
    // The address of a .torrent file.
    case 'address-error':
      return `${fault.host} answered “${fault.status}” instead of a .torrent file. Is the address still right?`
    case 'address-silent':
      return `${fault.host} did not answer in ${countOf(fault.seconds, 'second')}. Try again, or download the .torrent file and drop it here.`
    case 'address-unreachable':
      return `This page was not allowed to fetch from ${fault.host}: most sites refuse that (CORS), or it is offline. Download the .torrent file and drop it here instead.`
    case 'address-too-large':
      return `What ${fault.host} sent is larger than ${formatSize(fault.most)}: that is no .torrent file. Is the address right?`
    case 'torrent-file-too-large':
      return 'It is far too big to be a .torrent file.'
    // The site.
    case 'site-silent':
      return 'The site did not answer. Are you online?'
    case 'site-busy':
      return 'The site is asked too often at the moment. Wait a minute.'
    case 'site-error':
      return `The site answered with an error (${fault.status}).`
    case 'site-unclear':
      return 'The site sent a configuration that this page does not understand.'
    case 'answer-unclear':
      return 'The site sent an answer that this page does not understand.'
    case 'not-listed':
      return 'The site did not say what there is to watch. Try again in a moment.'
    case 'not-published':
      return 'The site does not publish this, or not any more.'
    case 'server-silent':
      return 'The server did not answer. Is it running, and are you online?'
    case 'server-refuses':
      return fault.problem === null ? `The server says: error ${fault.status}.` : API_WORDS[fault.problem]
    // This browser.
    case 'insecure-address':
      return 'Shoal needs a secure address: open this page by https, or on this machine by http://localhost.'
    case 'no-webrtc':
      return 'This browser does not offer WebRTC, or it is switched off, so it cannot reach other people.'
    case 'outdated-page':
      return 'A newer version of Shoal is at work in this browser. Load this page anew; nothing is lost.'
    case 'engine-not-loaded':
      return 'Shoal could not load the part that moves files. Check your connection and try again, or load the page anew.'
    case 'part-not-loaded':
      return 'What does it could not be loaded. Check your connection and try again, or load the page anew.'
    // Saving and playing.
    case 'no-worker-to-save':
      return 'This browser does not let the page write downloads of its own (private windows often do not). Files can still be saved one by one.'
    case 'no-worker-to-play':
      return 'This browser does not let the page play what is still arriving (private windows often do not). It can be saved when it is here.'
    case 'worker-silent-to-save':
      return 'The browser did not start the part that writes it.'
    case 'worker-silent-to-play':
      return 'The browser did not start the part that plays it.'
    case 'download-not-begun':
      return 'The browser did not begin the download.'
    case 'download-lost':
      return 'The browser stopped it in the middle; what it wrote is not complete. Please try again.'
    case 'no-room-to-save':
      return 'There is no room left on the disk. Free some, then try again.'
    case 'place-refused':
      return 'The browser may not write there. Choose another place.'
    case 'file-busy':
      return 'Another program has that file open. Close it, or choose another name.'
    case 'source-changed':
      return 'One of its files was changed, moved or deleted.'
    case 'source-gone':
      return 'A file or its folder was moved or deleted meanwhile.'
    case 'no-hls':
      return 'This browser cannot play films of several qualities (HLS).'
    case 'film-broken':
      return 'A part of the film could not be read or decoded.'
    case 'not-readable-now':
      return 'It cannot be read now.'
    // Notes.
    case 'note-too-long':
      return 'This is more than one note can hold. Make it shorter, or two of it.'
    case 'written-too-much':
      return 'You have written as much here as one person may. Delete something first.'
    case 'thread-full':
      return 'This conversation is full: your answer would not be seen. Write a new note instead, or delete some of your answers.'
    case 'review-full':
      return 'This review is full. Your note would reach nobody. Delete some of yours to make room, or begin a private review.'
    case 'review-full-of-people':
      return `This review is full: ${people(fault.people)} have written in it. Your note would reach nobody. Hide somebody’s notes to make room for yours, or begin a private review.`
    case 'reads-only':
      return 'Who opened this review by its read-only link reads along only.'
    case 'notes-taken-over':
      return 'Another tab has taken over.'
    case 'author-forked':
      return 'Nobody believes this author any more.'
    // A file of notes.
    case 'notes-of-odd-ending':
      return 'This file’s ending is none of .md, .csv, .vtt, .srt and .edl, so it cannot be told how to read it.'
    case 'notes-too-large':
      return 'This file is far too large to be a list of notes.'
    case 'notes-not-text':
      return 'This file is not text (UTF-8). Save it as such, and try again.'
    case 'notes-unreadable':
      return `Nothing in this file can be read as a note: ${countOf(fault.skipped, 'entry', 'entries')} lacked words or a time.`
    case 'no-notes-in-it':
      return 'There are no notes in this file.'
    case 'notes-elsewhere':
      return 'Another tab has the notes now.'
    case 'unexpected':
      // A browser's own sentence is better than none; a word of ours for logs is not.
      return /\s/.test(fault.message) ? fault.message : 'Something unexpected went wrong.'
    default:
      return torrentWords(fault)
  }
}

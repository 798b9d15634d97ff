import type { Wire } from 'bittorrent-protocol'
import type { InfoHash } from '../core/infoHash.ts'
import type { ReviewToken } from '../core/reviewToken.ts'
import { Defragmenter, fragmentsOf } from '../wire/fragments.ts'
import { MAX_NOTE_MESSAGE } from '../wire/noteMessages.ts'
import type { SideChannel } from './link/sideChannel.ts'
import { banish, knowsExtension, useExtension } from './wireExtension.ts'

/*
 * Notes between two peers: an extension of the wire (BEP 10), by which both learn that the other keeps notes. Where
 * both ends of the connection have a second channel, messages go there; else they are the extension's.
 */

const NAME = 'sh_notes'

/** Somebody who keeps notes too. */
export interface NotePeer {
  /** The peer id of the connection's other end, in hex: see PeerSnapshot.id. */
  readonly id: string
  /** What was sent has not gone yet: what could as well be left out is better not sent now. */
  readonly busy: boolean
  send(message: Uint8Array<ArrayBuffer>): void
  /** Ends the connection. */
  drop(why: string): void
}

/** What is done with what comes. */
export interface NoteHandler {
  joined(peer: NotePeer): void
  left(peer: NotePeer): void
  /** A whole message. */
  received(peer: NotePeer, message: Uint8Array): void
}

/**
 * What is done with the notes of a share.
 *
 * @param sealed the review that they are in, once it is known that the share is sealed; else null
 */
export type NotesOf = (share: InfoHash, sealed: ReviewToken | null) => ShareNoteHandler

/** What is done with the notes of one share. */
export interface ShareNoteHandler extends NoteHandler {
  /** Whether there are notes, or somebody here who may write some: then those who have everything meet as well. */
  readonly isSociable: boolean
  /** Calls back when it becomes so; returns the way to stop. */
  onSociable(became: () => void): () => void
}

/**
 * Must be called in the `wire` event, before the handshake.
 *
 * @param side the second channel of the wire's connection, once the peer's id is known
 * @param offenders ids of peers that were dropped: they are not met again
 */
export function useNotes(
  wire: Wire,
  side: () => SideChannel | null,
  handler: NoteHandler,
  offenders: Set<string>,
): void {
  const incoming = new Defragmenter(MAX_NOTE_MESSAGE)
  let channel: SideChannel | null = null
  let met = false
  let joined = false
  const peer: NotePeer = {
    get id() {
      return wire.peerId
    },
    get busy() {
      return channel?.busy ?? false
    },
    send: (message) => {
      if (wire.destroying) return
      if (channel) channel.send(message)
      else if (knowsExtension(wire, NAME))
        for (const fragment of fragmentsOf(message)) wire.extended(NAME, fragment)
    },
    drop: () => banish(wire, offenders),
  }
  const receive = (fragment: Uint8Array) => {
    if (wire.destroying) return
    meet()
    if (!joined) return
    const message = incoming.add(fragment)
    if (message === 'broken') wire.destroy()
    else if (message) handler.received(peer, message)
  }
  const meet = () => {
    if (met || wire.destroying || !knowsExtension(wire, NAME)) return
    met = true
    if (offenders.has(wire.peerId)) {
      banish(wire, offenders)
      return
    }
    joined = true
    const found = side()
    channel = found?.open ? found : null
    handler.joined(peer)
    // Also when it is not open yet: the peer may be the first to find it open.
    found?.listen(receive)
  }
  useExtension(wire, NAME, { onMessage: receive })
  wire.on('extended', (name: unknown) => {
    if (name === 'handshake') meet()
  })
  wire.once('close', () => {
    if (joined) handler.left(peer)
  })
}

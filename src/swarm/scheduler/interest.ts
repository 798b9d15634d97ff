import type { Commands } from './commands.ts'
import type { PeerAbout } from './peerState.ts'

/** Tells each peer whether it has something that we want (BEP 3). */
export class Interest {
  readonly #peers: ReadonlyMap<number, PeerAbout>
  readonly #commands: Pick<Commands, 'interested' | 'notInterested'>

  constructor(
    peers: ReadonlyMap<number, PeerAbout>,
    commands: Pick<Commands, 'interested' | 'notInterested'>,
  ) {
    this.#peers = peers
    this.#commands = commands
  }

  /** What is missing has changed. */
  updateAll(): void {
    for (const peer of this.#peers.values()) this.update(peer)
  }

  /** What the peer has may have changed. */
  update(peer: PeerAbout): void {
    const interested = peer.useful > 0
    if (interested === peer.interested) return
    peer.interested = interested
    if (interested) this.#commands.interested(peer.key)
    else this.#commands.notInterested(peer.key)
  }
}

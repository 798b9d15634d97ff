import type { Wire } from 'bittorrent-protocol'
import {
  parseIntroduction,
  serialiseIntroduction,
  type IntroductionMessage,
} from '../wire/introductionMessages.ts'
import { parsePeerId } from '../wire/trackerMessages.ts'
import type { Neighbour } from './discovery/introducer.ts'
import { BROKEN, INTRODUCTION, INTRODUCED_OFFER, type Charge } from './link/prices.ts'
import { knowsExtension, useExtension } from './wireExtension.ts'

const NAME = 'sh_meet'

export interface IntroductionHandler {
  /** The peer takes and makes introductions. */
  joined(neighbour: Neighbour): void
  left(neighbour: Neighbour): void
  received(neighbour: Neighbour, message: IntroductionMessage): void
}

/** Introductions over a wire (BEP 10). Must be called before our handshake of extensions goes out. */
export function useIntroductions(wire: Wire, charge: Charge, handler: IntroductionHandler): void {
  const id = parsePeerId(wire.peerId)
  if (!id) return
  let joined = false
  const neighbour: Neighbour = {
    id,
    send: (message) => {
      if (!wire.destroying && knowsExtension(wire, NAME)) wire.extended(NAME, serialiseIntroduction(message))
    },
  }
  useExtension(wire, NAME, {
    onExtendedHandshake: () => {
      if (joined || wire.destroying || !knowsExtension(wire, NAME)) return
      joined = true
      handler.joined(neighbour)
    },
    onMessage: (bytes) => {
      const message = parseIntroduction(bytes)
      const isOffer = message?.kind === 'offer'
      if (!charge(message === null ? BROKEN : isOffer ? INTRODUCED_OFFER : INTRODUCTION)) return
      if (message && joined) handler.received(neighbour, message)
    },
  })
  wire.once('close', () => {
    if (joined) handler.left(neighbour)
  })
}

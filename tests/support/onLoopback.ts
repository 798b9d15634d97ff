import type { ClassicNetworkOptions } from '../../server/peer/classic/classicNetwork.ts'

/** Our own peer among those that are no pages, on this machine alone. */
export const ON_LOOPBACK: ClassicNetworkOptions = {
  port: 0,
  host: '127.0.0.1',
  policy: { near: true },
  dht: null,
  dhtFile: null,
  local: false,
}

/** webtorrent's client for Node, over TCP and by no other way, with messages that are not encrypted. */
export const PLAIN_BY_TCP = {
  dht: false,
  lsd: false,
  utPex: false,
  natUpnp: false,
  natPmp: false,
  webSeeds: false,
  utp: false,
  secure: 0,
}

import type { Log } from './log.ts'
import { problemOf } from './listen.ts'
import { startUdpServer, type UdpResponder, type UdpServer } from './udpServer.ts'

interface UdpPlace {
  readonly host: string
  readonly port: number
  /** The setting to change when the port cannot be had. */
  readonly remedy: string
  readonly log: Log
}

/** Opens a UDP service. Throws {@link StartProblem}. */
export async function startUdp(place: UdpPlace, respond: UdpResponder): Promise<UdpServer> {
  try {
    return await startUdpServer(place.host, place.port, place.log, respond)
  } catch (error) {
    throw problemOf(error, `UDP port ${place.port}`, place.host, place.remedy)
  }
}

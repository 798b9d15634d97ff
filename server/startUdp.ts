import { problemOf } from './listen.ts'
import { startUdpServer, type UdpPlace, type UdpResponder, type UdpServer } from './udpServer.ts'

interface RemediedPlace extends UdpPlace {
  /** The setting to change when the port cannot be had. */
  readonly remedy: string
}

/** Opens a UDP service. Throws {@link StartProblem}. */
export async function startUdp(place: RemediedPlace, respond: UdpResponder): Promise<UdpServer> {
  try {
    return await startUdpServer(place, respond)
  } catch (error) {
    throw problemOf(error, `UDP port ${place.port}`, place.host, place.remedy)
  }
}

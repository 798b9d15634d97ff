import { createServer } from 'node:http'
import { createLog } from '../log.ts'
import { listen, resolveHost } from '../listen.ts'
import type { Settings } from '../settings.ts'
import { startUdp } from '../startUdp.ts'

/**
 * Processes that share a port would share it with another Shoal as well, without a word. So each port is first had alone
 * for a moment. Throws {@link StartProblem} for one that somebody has.
 */
export async function refuseTakenPorts({ host, port, stunPort, udpPort }: Settings): Promise<void> {
  const server = createServer()
  const bound = await listen(server, await resolveHost(host), port)
  await new Promise((resolve) => server.close(resolve))
  const udpPorts = [
    [stunPort, 'STUN_PORT (0 for no STUN server)'],
    [udpPort === 'same' ? port : udpPort, 'UDP_PORT (0 for no UDP tracker)'],
  ] as const
  for (const [wanted, remedy] of udpPorts) {
    if (wanted === null || wanted === 0) continue
    const log = createLog('error', () => undefined)
    await (await startUdp({ host: bound.host, port: wanted, remedy, log }, () => null)).stop()
  }
}

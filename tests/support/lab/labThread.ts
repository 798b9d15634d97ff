import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { seededRandom } from '../../../src/core/random.ts'
import { LabClock } from './labClock.ts'
import { Network } from './network.ts'
import { Pings } from './pings.ts'
import type { LabCall, LabReply, LabSetup } from './protocol.ts'
import { Relays } from './relays.ts'

/** The lab's thread: packets are not held up by what the bench itself does. Started by lab.ts. */

/** What a late tick may hand out at once: at 50 Mbit/s about 20 packets, which any socket takes. */
const PATIENCE: Milliseconds = 4

/** Before the pages' own work, where that is allowed: on Linux this is about the calling thread alone. */
const PRIORITY = -10
try {
  setPriority(PRIORITY)
} catch {
  // Nobody may raise a priority but root. The lab then stands still now and then, and says so.
}

const { hosts, seed } = workerData as LabSetup
const network = new Network(seededRandom(seed))
for (const [name, line] of Object.entries(hosts)) network.addHost(name, line)
const clock = new LabClock(() => performance.now(), PATIENCE)
const relays = new Relays(network, clock)
const pings = new Pings(network)

async function answer({ request }: LabCall): Promise<LabReply['answer']> {
  switch (request.kind) {
    case 'relay':
      return relays.open(request.host, request.target)
    case 'ping':
      pings.send(relays.now(), request.host)
      relays.wake()
      return null
    case 'pings':
      return pings.take(request.host)
    case 'report':
      return { hosts: network.stats, stood: clock.stood }
    case 'cut':
      relays.cut()
      return null
    case 'stop':
      relays.close()
      return null
  }
}

parentPort?.on('message', (call: LabCall) => {
  void answer(call).then((answered) => {
    const reply: LabReply = { call: call.call, answer: answered }
    parentPort?.postMessage(reply)
    if (call.request.kind === 'stop') parentPort?.close()
  })
})

import type { BrowserContext } from 'playwright'
import { Lab, LAB_FLAGS } from '../support/lab/lab.ts'
import type { LineOptions } from '../support/lab/network.ts'
import type { LabReport } from '../support/lab/protocol.ts'
import { Peer } from '../support/peer.ts'
import type { End } from './ends/end.ts'
import { OurEnd } from './ends/ourEnd.ts'
import { PlainEnd } from './ends/plainEnd.ts'
import { startPlainSite } from './plainSite.ts'
import { onStage, type Stage, type StageOptions } from './stage.ts'

export type Kind = 'ours' | 'plain'

/** A stage whose visitors sit behind lines of the lab. */
export interface LabStage extends Stage {
  /** A page of nothing but webtorrent. */
  readonly plainUrl: string
  /** Plays over a network of its own, which goes with all its pages. */
  readonly onNetwork: <Result>(
    hosts: Readonly<Record<string, LineOptions>>,
    seed: number,
    play: (network: LabNetwork) => Promise<Result>,
  ) => Promise<Result>
}

export interface LabNetwork {
  readonly lab: Lab
  /** A visitor on a host, with an empty page or one of ours. */
  readonly newContext: (host: string) => Promise<BrowserContext>
  readonly newEnd: (kind: Kind, host: string) => Promise<End>
}

export async function onLabStage(
  play: (stage: LabStage) => Promise<void>,
  { flags = [], ...options }: StageOptions = {},
): Promise<void> {
  const plain = await startPlainSite()
  try {
    // Without STUN on either side: all hosts are on this machine.
    await onStage((stage) => play(withNetworks(stage, plain.url)), {
      ...options,
      flags: [...LAB_FLAGS, ...flags],
      environment: { STUN_PORT: '0' },
    })
  } finally {
    await plain.stop()
  }
}

function withNetworks(stage: Stage, plainUrl: string): LabStage {
  return {
    ...stage,
    plainUrl,
    async onNetwork(hosts, seed, play) {
      const lab = new Lab(hosts, seed)
      const contexts: BrowserContext[] = []
      const newContext = async (host: string): Promise<BrowserContext> => {
        // Seven pages that draw what they do, on one machine without a graphics card, would measure the drawing.
        const context = await stage.browser.newContext({ reducedMotion: 'reduce' })
        contexts.push(context)
        await lab.join(context, host)
        return context
      }
      const newEnd = async (kind: Kind, host: string): Promise<End> => {
        const context = await newContext(host)
        if (kind === 'plain') return PlainEnd.open(context, plainUrl, stage.site.trackerUrl)
        const peer = new Peer(context, await context.newPage(), stage.site.url)
        await peer.home()
        return new OurEnd(peer, stage.site.url)
      }
      try {
        return await play({ lab, newContext, newEnd })
      } finally {
        for (const context of contexts) await context.close()
        warnIfLate(await lab.report())
        await lab.stop()
      }
    },
  }
}

/** So much standing still says that the machine was too busy for the figure to count. */
const TOO_LATE_MS = 1000

function warnIfLate({ stood }: LabReport): void {
  if (stood > TOO_LATE_MS)
    console.warn(`The lab's time stood still for ${(stood / 1000).toFixed(1)} s in all.`)
}

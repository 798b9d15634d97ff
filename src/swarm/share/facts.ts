import type { SiteConfig } from '../config.ts'
import { isSealed } from '../contents/sealed.ts'
import type { ShareFacts } from '../shareView.ts'
import { isMine } from '../shareSource.ts'
import type { ShareContext } from './context.ts'
import { NAMES, type Phase } from './phase.ts'
import type { ShareRecord } from './record.ts'
import { isUnfetched } from './unfetched.ts'

function sealOf(phase: Phase, { source }: ShareRecord): ShareFacts['seal'] {
  const { known } = phase
  if (phase.kind === 'fetching' && phase.asksPassword) return 'asks'
  if (!known) return source.kind === 'files' && source.sealed ? 'open' : null
  const { metainfo, contents } = known
  if (contents.seal) return 'open'
  return isSealed(metainfo) ? 'locked' : null
}

/** What a share is at this moment: all that its view is made of. */
export function factsOf(record: ShareRecord, phase: Phase, context: ShareContext): ShareFacts {
  const { known, member } = phase
  const metainfo = known?.metainfo ?? null
  const session = member?.session ?? null
  const moved = member?.moved ?? null
  const mine = isMine(record.source)
  const config: SiteConfig = context.config
  return {
    id: record.id,
    infoHash: record.infoHash(metainfo),
    mine,
    phase: NAMES[phase.kind],
    paused: record.paused,
    name: record.name,
    toldSize: record.toldSize,
    localFiles: record.localFiles,
    torrent: metainfo && { name: metainfo.name, size: metainfo.contentSize },
    contents: known?.contents ?? null,
    seal: sealOf(phase, record),
    secret: record.secret,
    isUnfetched: isUnfetched(record, phase),
    progress: known?.progress ?? null,
    pieces: known?.pieces ?? null,
    peers: session?.peers ?? [],
    discovery: session?.discovery ?? null,
    totals: record.totals(moved),
    limits: record.limits,
    exhausted: record.given(moved) >= record.mayGive(metainfo) || context.uplink.exhausted,
    peersOff: record.peersFrom(metainfo) === Infinity,
    rates: record.rates,
    trackers: record.passedOn(metainfo),
    contacts: record.describeContacts(metainfo),
    webSeeds: record.webSeeds(metainfo),
    origins: member?.origins ?? [],
    failure: phase.kind === 'failed' ? phase.failure : null,
    leftOut: record.source.kind === 'files' ? (record.source.leftOut ?? []) : [],
    memoryLimit: mine ? null : context.space.memoryLimit,
    copy: mine && context.space.memoryLimit === null ? (record.copied ? 1 : (record.copying ?? 0)) : null,
    wakeable: (phase.kind === 'asleep' || phase.kind === 'asleep-draft') && phase.wakeable,
    now: context.now(),
    config,
  }
}

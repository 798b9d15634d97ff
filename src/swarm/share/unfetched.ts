import { NO_TERMS } from '../engineApi.ts'
import type { FilesSource } from '../shareSource.ts'
import type { Phase } from './phase.ts'
import type { ShareRecord } from './record.ts'

/** Whether the user's own files are open and nobody has any of them yet: it can become another share. */
export function isUnfetched(record: ShareRecord, phase: Phase): boolean {
  if (phase.kind === 'hashing') return record.source.kind === 'files'
  if (phase.kind !== 'active' || !phase.openFiles) return false
  const has = phase.member.session.peers.some(({ snapshot }) => snapshot.progress > 0)
  return !has && record.given(phase.member.moved) === 0
}

/** The user's own files, to make another share of them; null where that cannot be. */
export function sourceOfUnfetched(record: ShareRecord, phase: Phase): FilesSource | null {
  if (!isUnfetched(record, phase)) return null
  const { source, name, copied, keptFiles } = record
  if (phase.kind === 'hashing' && source.kind === 'files') return { ...source, name }
  if (phase.kind !== 'active') return null
  const { known, openFiles } = phase
  const files = known.contents.files.flatMap(({ path }, index) => {
    const file = openFiles?.[index]
    const { handle = null, folder = null } = keptFiles?.[index] ?? {}
    return file ? [{ file, path, handle, folder }] : []
  })
  return { kind: 'files', files, name, keepsCopy: copied, sealed: false, terms: NO_TERMS }
}

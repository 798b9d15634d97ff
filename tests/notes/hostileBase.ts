import { AuthorDocument, MOST_ENTRIES } from '../../src/notes/authorDocument.ts'
import { signEnvelope, type Identity, type VerifiedEnvelope } from '../../src/notes/signing.ts'

/** An author's first envelope, with all of these entries at once. */
export async function baseOf(
  identity: Identity,
  entries: Iterable<readonly [string, unknown]>,
): Promise<VerifiedEnvelope> {
  const document = new AuthorDocument(false)
  document.write(new Map(entries))
  const content = { kind: 'base', seq: 1, previous: new Uint8Array(32), update: document.state() } as const
  return signEnvelope(identity, content)
}

/** As many notes as one author may have, of the fewest bytes. */
export function* shortNotes(different: object = {}, count = MOST_ENTRIES): Generator<[string, unknown]> {
  for (let at = 0; at < count; at++) yield [`n:${at.toString(36)}`, { t: 'x', m: at, ...different }]
}

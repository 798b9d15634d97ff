import { bytesOfHex } from '../../../src/core/bytes.ts'
import { AuthorDocument } from '../../../src/notes/authorDocument.ts'
import {
  certify,
  makeAuthor,
  signEnvelope,
  signPresence,
  type Identity,
  type VerifiedEnvelope,
  type RoomKeys,
} from '../../../src/notes/signing.ts'
import { serialiseNoteMessage, type Heads } from '../../../src/wire/noteMessages.ts'

/*
 * What authors say who mean no good: every message that there is about notes, well-formed and signed, in which
 * something is not as it should be. Their keys are new each time; what they say is the same for the same numbers.
 */

const AUTHORS = 3
const SEQS = 8
const ENTRIES = 4

/** @param review in which it is said; its certifier is null for the one that is everybody's */
export async function noteLies(
  { name, certifier }: Pick<RoomKeys, 'name' | 'certifier'>,
  random: () => number,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const lies: Uint8Array<ArrayBuffer>[] = []
  const all: VerifiedEnvelope[] = []
  for (let author = 0; author < AUTHORS; author++) {
    const made = await makeAuthor()
    const certificate = certifier && (await certify(certifier, name, made.author))
    const identity: Identity = { review: name, certificate, ...made }
    const own = await envelopesOf(identity, random, all)
    all.push(...own)
    for (const envelope of own) lies.push(serialiseNoteMessage({ kind: 'envelope', envelope }))
    lies.push(await presenceOf(identity, random))
    const [first, second] = [own[0], own[own.length - 1]]
    // Signed one thing and another for one place; and what is no proof of that.
    if (!first || !second) continue
    const other = await signEnvelope(identity, { ...first, update: second.update })
    lies.push(serialiseNoteMessage({ kind: 'fork', pair: [first, other] }))
    lies.push(serialiseNoteMessage({ kind: 'fork', pair: [first, first] }))
  }
  for (const answer of [true, false]) {
    lies.push(serialiseNoteMessage({ kind: 'have', answer, heads: headsOf(all, random) }))
    lies.push(serialiseNoteMessage({ kind: 'have', answer, heads: new Map() }))
  }
  const near = new Set(all.map(({ author }) => author.slice(0, 16)))
  lies.push(serialiseNoteMessage({ kind: 'near', near }))
  return lies
}

/** An author's changes, some of them forged, missing or said twice, and a base. */
async function envelopesOf(
  identity: Identity,
  random: () => number,
  others: readonly VerifiedEnvelope[],
): Promise<VerifiedEnvelope[]> {
  const document = new AuthorDocument(false)
  const envelopes: VerifiedEnvelope[] = []
  let previous = new Uint8Array(32)
  const answered = others.map(({ author }) => `${author}/1`)
  for (let seq = 1; seq <= SEQS; seq++) {
    const update = document.write(entries(random, seq, [...answered, `${identity.author}/${seq}`]))
    if (!update) continue
    const kind = seq === SEQS ? 'base' : 'change'
    const said = kind === 'base' ? document.state() : update
    const envelope = await signEnvelope(identity, { kind, seq, previous, update: said })
    if (random() < 0.9) envelopes.push(envelope)
    previous = bytesOfHex(random() < 0.9 ? envelope.hash : '5'.repeat(64))
  }
  return envelopes
}

function entries(random: () => number, seq: number, answered: readonly string[]): Map<string, unknown> {
  const some = new Map<string, unknown>()
  for (let at = 0; at < ENTRIES; at++) some.set(...entry(random, seq * ENTRIES + at, answered))
  return some
}

function entry(random: () => number, number: number, answered: readonly string[]): [string, unknown] {
  const oneOf = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value
  const id = oneOf([String(number), '1', 'not an id', ''])
  const ref = oneOf([...answered, 'nobody', `${'0'.repeat(64)}/x`])
  const time = oneOf([0, 1, 2 ** 40, -1, 0.5, NaN, 'soon', null])
  return oneOf<[string, unknown]>([
    [
      `n:${id}`,
      { t: oneOf(['Lie', '', 'x'.repeat(3000), '\u202e\0<b>', 7, null]), m: number, a: time, r: ref },
    ],
    [`n:${id}`, { t: 'Lie', m: time, f: time, p: time, u: time, a: 3 }],
    [`n:${id}`, { t: '', m: 1, d: new Uint8Array(40).map(() => random() * 256), a: 1, f: 0 }],
    [`r:${ref}`, { v: oneOf([true, false, 'yes']), k: oneOf([0, 1, 2 ** 50, -1]) }],
    ['p', { n: oneOf(['Mallory', '', 'x'.repeat(500), 9]), c: oneOf([0, 11, 99, 'red']) }],
    [oneOf(['x', 'n:', 'r:', '__proto__']), oneOf<unknown>([[[[]]], {}, 'x', null])],
  ])
}

async function presenceOf(identity: Identity, random: () => number): Promise<Uint8Array<ArrayBuffer>> {
  const said = ['{"n":"Mallory","c":1,"f":0,"a":1}', '', '{"n":1,"c":{},"f":-1,"a":1e999}', '['.repeat(300)]
  const text = said[Math.floor(random() * said.length)] ?? ''
  const content = new TextEncoder().encode(text)
  const presence = await signPresence(identity, { count: Math.floor(random() * 2 ** 40), content })
  return serialiseNoteMessage({ kind: 'presence', passedOn: random() < 0.5, presence })
}

function headsOf(envelopes: readonly VerifiedEnvelope[], random: () => number): Heads {
  return new Map(
    envelopes.map(({ author, seq, hash }) => [
      author,
      {
        seq: random() < 0.5 ? seq : 0xffff_fffe,
        hash: (random() < 0.5 ? hash : '0'.repeat(64)).slice(0, 16),
      },
    ]),
  )
}

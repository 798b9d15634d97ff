import { isLoopback } from './addresses.ts'
import type { AnswersOptions } from './answers.ts'
import { BytesInFlight } from './bytesInFlight.ts'
import { AddressRates } from './tracker/addressRates.ts'
import type { TrackerLimits } from './tracker/limits.ts'

/** How often room is made for who waits for it. */
const RELIEVE_EVERY_MS = 1_000

/** What all answers over HTTP share: how often each address may ask, and what they may hold in memory. */
export function startAnswers(
  limits: Pick<TrackerLimits, 'httpPerAddressPerSecond' | 'answerBytesPerAddress' | 'answerBytes'>,
  addressOf: AnswersOptions['addressOf'],
  signal: AbortSignal,
): AnswersOptions {
  const now = (): number => performance.now()
  const inFlight = new BytesInFlight({
    perAddress: limits.answerBytesPerAddress,
    inAll: limits.answerBytes,
    now,
    soon: (work) => setImmediate(work),
  })
  const rates = new AddressRates(limits.httpPerAddressPerSecond, now)
  const timer = setInterval(() => inFlight.relieve(), RELIEVE_EVERY_MS).unref()
  signal.addEventListener('abort', () => clearInterval(timer))
  return { inFlight, addressOf, allow: (address) => isLoopback(address) || rates.allow(address) }
}

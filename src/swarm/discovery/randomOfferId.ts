import { hexOf } from '../../core/bytes.ts'
import { parseOfferId, type OfferId } from '../../wire/trackerMessages.ts'

export function randomOfferId(): OfferId {
  const offerId = parseOfferId(hexOf(crypto.getRandomValues(new Uint8Array(20))))
  if (!offerId) throw new Error('no-offer-id')
  return offerId
}

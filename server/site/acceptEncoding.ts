import { ENCODINGS, type Encoding } from './staticFile.ts'

/** The encodings that a client takes, best first (RFC 9110, 12.5.3). */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const refused = new Set<string>()
  const accepted = new Set<string>()
  for (const element of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = element.split(';').map((part) => part.trim())
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    ;(isRefused ? refused : accepted).add(name)
  }
  return ENCODINGS.filter(
    (encoding) => !refused.has(encoding) && (accepted.has(encoding) || accepted.has('*')),
  )
}

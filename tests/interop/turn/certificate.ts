import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../server/support/testServer.ts'

/** A certificate that nobody has signed but itself. */
export interface Certificate {
  readonly cert: string
  readonly pkey: string
  /** SHA-256 of its public key, in base64: by it Chromium can be told to take this one, and no other. */
  readonly fingerprint: string
}

/** @param address the only name that it is for */
export function makeCertificate(address: string): Certificate {
  const folder = temporaryFolder()
  const [cert, pkey] = [join(folder, 'cert.pem'), join(folder, 'pkey.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
      ...['-days', '2', '-subj', `/CN=${address}`, '-addext', `subjectAltName=IP:${address}`],
      ...['-keyout', pkey, '-out', cert],
    ],
    { stdio: 'ignore' },
  )
  const key = new X509Certificate(readFileSync(cert)).publicKey.export({ type: 'spki', format: 'der' })
  return { cert, pkey, fingerprint: createHash('sha256').update(key).digest('base64') }
}

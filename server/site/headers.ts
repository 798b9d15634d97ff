/** What a page of this site may load and do. Nothing inline, no script evaluated, nothing from elsewhere but data. */
const EVERYWHERE = [
  "default-src 'none'",
  // WebAssembly is for the passwords of sealed shares (Argon2id); no script is made of text by that.
  "script-src 'self' 'wasm-unsafe-eval'",
  // The hash is that of an empty style element: the player's controls hold such, and fill them by script.
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  // Shared pictures, videos and documents are shown from the browser's own memory or disk.
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "frame-src 'self' blob:",
  "font-src 'self'",
  // A magnet link may name any tracker and any web seed, and the address of a .torrent file may be anywhere.
  "connect-src 'self' https: http: wss: ws: blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Device features that the site never asks for, and that nothing framed in it may ask for either. */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

const ONE_YEAR_SECONDS = 31_536_000

/** The policy of a page that these sites may show in a frame of theirs; none by default. */
export function contentSecurityPolicy(embedders: readonly string[] = []): string {
  return `${EVERYWHERE}; frame-ancestors ${embedders.length === 0 ? "'none'" : embedders.join(' ')}`
}

/** The headers of every response. */
export function securityHeaders(publicUrl: URL | null): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(),
    'Permissions-Policy': PERMISSIONS_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Visitors use https and nothing else. It holds for a host as a whole, which is not ours where we have a part of it.
    ...(publicUrl?.protocol === 'https:' &&
      publicUrl.pathname === '/' && { 'Strict-Transport-Security': `max-age=${ONE_YEAR_SECONDS}` }),
  }
}

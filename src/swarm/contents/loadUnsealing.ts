/** What opens and makes sealed shares: loaded once somebody has the key to one, or makes one. */
export function loadUnsealing(): Promise<typeof import('./unseal.ts')> {
  return import('./unseal.ts')
}

import { describe, expect, it } from 'vitest'
import { configWithout } from '../../server/peer/alone.ts'
import { ToldSite } from '../../src/state/toldSite.ts'
import type { SiteConfig } from '../../src/swarm/config.ts'

/** A site that answers as it is told, and what it was asked. */
function siteOf(answer: () => Promise<SiteConfig>): {
  told: ToldSite
  asked: (string | null)[]
  is: { passkey: string | null }
} {
  const asked: (string | null)[] = []
  const is: { passkey: string | null } = { passkey: null }
  const told = new ToldSite(
    () => is.passkey,
    (passkey) => {
      asked.push(passkey)
      return answer()
    },
  )
  return { told, asked, is }
}

const CONFIG = configWithout('http://localhost/', 'ws://localhost/announce')

describe('what the site told', () => {
  it('is asked for once, however many want to know', async () => {
    const { told, asked } = siteOf(() => Promise.resolve(CONFIG))
    expect(await Promise.all([told.config(), told.config()])).toEqual([CONFIG, CONFIG])
    await told.config()
    expect(asked).toEqual([null])
  })

  it('is asked for anew by who has become a member', async () => {
    const { told, asked, is } = siteOf(() => Promise.resolve(CONFIG))
    await told.config()
    is.passkey = 'a'.repeat(32)
    await told.config()
    await told.config()
    expect(asked).toEqual([null, 'a'.repeat(32)])
  })

  it('is asked for anew after a failure', async () => {
    let fails = true
    const { told, asked } = siteOf(() =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve(CONFIG),
    )
    await expect(told.config()).rejects.toThrow('away')
    fails = false
    expect(await told.config()).toBe(CONFIG)
    expect(asked).toHaveLength(2)
  })

  it('is asked for anew when that is wished, for everybody who asks later', async () => {
    const { told, asked } = siteOf(() => Promise.resolve(CONFIG))
    await told.config()
    await told.config(true)
    await told.config()
    expect(asked).toHaveLength(2)
  })

  it('is asked for anew once credentials in it have ended', async () => {
    const { told, asked } = siteOf(() => Promise.resolve({ ...CONFIG, renewAt: Date.now() - 1 }))
    await told.config()
    await told.config()
    expect(asked).toHaveLength(2)
  })
})

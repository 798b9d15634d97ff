import { describe, expect, onTestFinished, test } from 'vitest'
import { NodeEngine } from '../../support/nodeEngine.ts'
import { startOrigin } from '../../support/originServer.ts'
import { KEY, SHUT, SPOILT, torrentOf } from '../../support/sealedLies.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/* Whoever makes a sealed share can make it wrong: it is told, and nothing wrong is shown or saved. */

/** Somebody who opens the link to it, from a liar who serves it. */
async function meets(bytes: Buffer): Promise<{ readonly taker: NodeEngine; readonly link: string }> {
  const { url } = await startTestServer()
  const start = async () => {
    const engine = await NodeEngine.start(url, temporaryFolder())
    onTestFinished(() => engine.stop())
    return engine
  }
  const [liar, taker] = await Promise.all([start(), start()])
  const origin = await startOrigin({ lie: bytes })
  onTestFinished(() => origin.stop())
  const tracker = `${url.replace(/^http/, 'ws')}announce`
  const { file, infoHash } = await torrentOf(bytes, tracker, `${origin.url}lie`)
  await liar.carry(file)
  return { taker, link: `${url}#${infoHash}&key=${KEY}` }
}

describe('is told at once, and nothing of it is shown', () => {
  test.each(Object.entries(SHUT))('%s', async (_, { bytes, as }) => {
    const { taker, link } = await meets(bytes)
    await expect(taker.look(link)).rejects.toThrow(as)
  })
})

describe('is told when it is read, and nothing wrong is given out', () => {
  test.each(Object.entries(SPOILT))('%s', async (_, bytes) => {
    const { taker, link } = await meets(bytes)
    expect(await taker.look(link)).toMatchObject({ seal: 'open', name: 'letter.bin' })
    await expect(taker.take(link)).rejects.toThrow('sealed-part-damaged')
  })
})

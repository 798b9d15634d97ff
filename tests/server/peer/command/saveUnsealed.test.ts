import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveUnsealed } from '../../../../server/peer/command/saveUnsealed.ts'
import { MemoryHome, reaches, SilentSocket } from '../../../swarm/support/memoryHome.ts'
import { temporaryFolder } from '../../support/testServer.ts'

/* What was sealed is written out by an engine that reaches nobody. */

const home = new MemoryHome()
beforeEach(() => {
  vi.stubGlobal('WebSocket', SilentSocket)
})
afterEach(async () => {
  await home.end()
  vi.unstubAllGlobals()
})

test('what came to be where it is written stays, and nothing else is left', async () => {
  const engine = await home.start()
  engine.addFiles([home.file('a.txt', 'one'), home.file('b.txt', 'two')], 'letters', { sealed: true })
  const share = await reaches(engine, 'seeding')
  const folder = temporaryFolder()
  const target = join(folder, 'letters')
  writeFileSync(target, 'mine')
  await expect(saveUnsealed(engine, share, folder)).rejects.toThrow('is there already')
  expect(readFileSync(target, 'utf8')).toBe('mine')

  const elsewhere = join(folder, 'elsewhere')
  expect(await saveUnsealed(engine, share, elsewhere)).toBe(join(elsewhere, 'letters'))
  expect(readFileSync(join(elsewhere, 'letters', 'b.txt'), 'utf8')).toBe('two')
  for (const each of [folder, elsewhere])
    expect(existsSync(join(each, '.shoal', `${share.infoHash}.opened`))).toBe(false)
})

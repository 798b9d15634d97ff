import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countBy, introduce } from '../server/support/announces.ts'
import { startTestServer, temporaryFolder } from '../server/support/testServer.ts'
import { TrackerClient } from '../server/support/trackerClient.ts'
import { documented } from '../support/balancers.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'

/** What docs/deploy.md shows, besides web servers (balancers.test.ts), a relay (turn.test.ts) and the container. */

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!hasSystemd)('systemd finds nothing wrong with its unit', () => {
  const file = join(temporaryFolder(), 'shoal@1.service')
  const unit = documented('ini')
  expect(unit).toContain('WorkingDirectory=/opt/shoal\n')
  writeFileSync(file, unit.replaceAll('/opt/shoal', resolve('.')))
  const { stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' })
  // Of a name that it does not know it says so, and goes on.
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
})

test.skipIf(noValkey !== null)('nodes are one over a Valkey with its configuration', async () => {
  const lines = documented('conf')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const options = lines.flatMap((line) => {
    const [name = '', ...values] = line.split(' ')
    return [`--${name}`, ...(values.join(' ') === '""' ? [''] : values)]
  })
  const valkey = await TestValkey.start(...options)
  onTestFinished(() => valkey.stop())
  const CLUSTER_URL = valkey.url.replace('//', '//:CHANGE-ME@')
  const start = async () => startTestServer({ environment: { CLUSTER_URL, DRAIN: '0' } })
  const [one, other] = [await TrackerClient.open(await start()), await TrackerClient.open(await start())]
  await countBy(one, 1)
  await introduce({ client: other, number: 2 }, { client: one, number: 1 }, 1)
  expect(valkey.ask('PING')).toContain('NOAUTH')
})

import { readSettings } from '../../../server/settings.ts'
import { startServer } from '../../../server/start.ts'

/** One node as a process of its own, without the site: what tests of several nodes kill, freeze and stop. */
const server = await startServer({ ...readSettings(process.env), dataDir: null }, { siteFolder: null })
console.log(`Shoal is at ${server.url} udp ${server.udpPort}`)
process.on('SIGTERM', () => void server.stop())

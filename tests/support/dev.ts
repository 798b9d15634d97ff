import { createServer as createVite } from 'vite'
import { readSettings } from '../../server/settings.ts'
import { startServer } from '../../server/start.ts'

/**
 * `npm run dev`: Vite with hot reload on the site's own port, and behind it the real tracker, configuration and
 * STUN server on a port of their own, all in one process. Ctrl-C stops both.
 */

async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const udpPort = settings.udpPort === 'same' ? settings.port : settings.udpPort
  const backend = await startServer({ ...settings, port: 0, udpPort }, { siteFolder: null })
  // The visitor's Host header goes through, so that the configuration names Vite's address as the tracker's.
  const handOn = { target: backend.url, changeOrigin: false }
  const vite = await createVite({
    clearScreen: false,
    server: {
      host: settings.host,
      port: settings.port,
      strictPort: true,
      proxy: {
        '/config.json': handOn,
        '/healthz': handOn,
        '/api': handOn,
        '/announce': { ...handOn, ws: true },
      },
    },
  })

  let stopping: Promise<unknown> | null = null
  const stop = (): void => {
    stopping ??= Promise.all([vite.close(), backend.stop()])
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  try {
    await vite.listen()
  } catch (error) {
    stop()
    throw error
  }
  vite.printUrls()
  console.log(`  The tracker is behind it on port ${backend.port}; press Ctrl-C to stop.`)
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { build } from 'vite'

/** A page of a bench's own that uses parts of this project, built as the site itself is. */
export interface BuiltPage {
  readonly url: string
  stop(): Promise<void>
}

const SCRIPT = 'script.js'

/** @param entry its script, below this folder; `folder` is where the built page is put */
export async function startBuiltPage(entry: string, folder: string): Promise<BuiltPage> {
  await build({
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: join(import.meta.dirname, entry),
        output: { entryFileNames: SCRIPT },
      },
    },
    worker: { format: 'es' },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<!doctype html><script type="module" src="./${SCRIPT}"></script>`)
      return
    }
    readFile(join(folder, pathname)).then(
      (bytes) => {
        response.setHeader('Content-Type', extname(pathname) === '.js' ? 'text/javascript' : 'text/plain')
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    // localhost, as the site itself: the same rules of the browser apply.
    url: `http://localhost:${port}/`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

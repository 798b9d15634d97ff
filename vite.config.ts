import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [svelte()],
  resolve: {
    // streamx asks for Node's events; the same library's own port is what it uses outside Node.
    alias: { events: 'bare-events' },
  },
  build: {
    target: 'es2023',
    // A data: URL for a small asset would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
})

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { HOME_PLACES, homePlaceIn } from '../../src/core/homePlace.ts'
import { SHARE_TARGET } from '../../src/core/sharedAddress.ts'

/** What an installed page is to the system, as the manifest says. */

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[]
  readonly screenshots: readonly {
    readonly src: string
    readonly sizes: string
    readonly form_factor: string
  }[]
  readonly shortcuts: readonly { readonly url: string; readonly icons: Manifest['icons'] }[]
  readonly share_target: {
    readonly action: string
    readonly method: string
    readonly enctype: string
    readonly params: {
      readonly text: string
      readonly url: string
      readonly files: readonly { readonly name: string }[]
    }
  }
  readonly protocol_handlers: readonly { readonly url: string }[]
}

const file = (path: string) => readFile(new URL(`../../public${path}`, import.meta.url))

/** Width and height of a PNG, from its first chunk. */
function sizesOf(png: Buffer): string {
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

test('the manifest’s icons and pictures are there, and as large as it says', async () => {
  const manifest = JSON.parse((await file('/manifest.webmanifest')).toString()) as Manifest
  const icons = [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)]
  for (const { src, sizes } of [...icons, ...manifest.screenshots]) {
    const content = await file(src)
    if (src.endsWith('.png')) expect(sizesOf(content), src).toBe(sizes)
  }
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
  expect(manifest.screenshots.map(({ form_factor: form }) => form).sort()).toEqual(['narrow', 'wide'])
  for (const { url } of manifest.protocol_handlers) expect(url).toContain('%s')
  const places = manifest.shortcuts.map(({ url }) => homePlaceIn(new URL(url, 'https://shoal.example')))
  expect(places).toEqual(HOME_PLACES)
})

test('the manifest has what is shared sent to where the service worker waits for it, under its names', async () => {
  const { share_target: target } = JSON.parse((await file('/manifest.webmanifest')).toString()) as Manifest
  expect(target).toMatchObject({ action: SHARE_TARGET, method: 'POST', enctype: 'multipart/form-data' })
  expect(target.params).toMatchObject({ text: 'text', url: 'open', files: [{ name: 'files' }] })
})

test('what the page’s head names is there, and its picture as large as it says', async () => {
  const html = (await readFile(new URL('../../index.html', import.meta.url))).toString()
  const paths = [...html.matchAll(/(?:href|src|content)="(\/[\w.-]+\.(?:ico|svg|png|css|js|webmanifest))"/g)]
  expect(paths.length).toBeGreaterThan(6)
  for (const [, path = ''] of paths) expect((await file(path)).length, path).toBeGreaterThan(0)
  const said = (name: string) =>
    new RegExp(`property="og:image${name}" content="([^"]+)"`).exec(html)?.[1] ?? ''
  const picture = await file(said(''))
  expect(sizesOf(picture)).toBe(`${said(':width')}x${said(':height')}`)
  // Messengers pass over larger ones.
  expect(picture.length).toBeLessThan(300_000)
})

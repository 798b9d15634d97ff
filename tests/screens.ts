/**
 * Pictures of every state of the page, to be looked at: `npm run screens`, or only those whose name has a word in it
 * (`npm run screens -- finished`), in other languages than English too (`--language ar --language de`), or of some widths
 * or one theme alone (`--width 360 --theme dark`), in forced colours (`--forced`) or on paper
 * (`--print`). They lie in `screens/`, one a state, language, width and theme.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { browserPath, CHROMIUM_FLAGS, HEADLESS_SHELL } from './support/browsers.ts'

const WIDTHS = ['320', '360', '768', '1280', '2560']
const FOLDER = fileURLToPath(new URL('../screens/', import.meta.url))

const { values, positionals: words } = parseArgs({
  options: {
    language: { type: 'string', multiple: true, default: ['en'] },
    width: { type: 'string', multiple: true, default: WIDTHS },
    theme: { type: 'string', multiple: true, default: ['dark', 'light'] },
    forced: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const widths = values.width.map(Number)
const themes: ('dark' | 'light')[] = values.theme.map((theme) => (theme === 'light' ? 'light' : 'dark'))
const looks = values.language.flatMap((locale) => themes.map((colorScheme) => ({ locale, colorScheme })))
const server = await createServer({ server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
await server.listen()
const [site] = server.resolvedUrls?.local ?? []
if (site === undefined) throw new Error('The development server tells no address.')
const gallery = new URL('tests/browser/gallery/', site).href

const browser = await chromium.launch({
  executablePath: browserPath(HEADLESS_SHELL),
  args: [...CHROMIUM_FLAGS],
})
/** What tells these pictures from the usual ones. */
const kind = (['forced', 'print'] as const).filter((name) => values[name])
try {
  await mkdir(FOLDER, { recursive: true })
  const list = await browser.newPage()
  await list.goto(gallery)
  await list.getByRole('link').first().waitFor()
  const scenes = (await list.getByRole('link').allTextContents()).filter(
    (scene) => words.length === 0 || words.some((word) => scene.includes(word)),
  )
  for (const { locale, colorScheme } of looks) {
    const page = await browser.newPage({ locale, colorScheme, reducedMotion: 'reduce' })
    await page.emulateMedia({
      forcedColors: values.forced ? 'active' : 'none',
      media: values.print ? 'print' : 'screen',
    })
    for (const scene of scenes) {
      await page.goto(`${gallery}?scene=${scene}`)
      await page.locator('html[data-ready]').waitFor()
      await page.waitForLoadState('networkidle')
      for (const width of widths) {
        await page.setViewportSize({ width, height: width < 700 ? 780 : 900 })
        await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
        // Long lists measure their rows, and take others in: a frame later each.
        for (let frame = 0; frame < 4; frame++)
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
        await page.screenshot({
          path: `${FOLDER}${[scene, locale, width, colorScheme, ...kind].join('-')}.png`,
          fullPage: true,
        })
      }
    }
    await page.close()
  }
  console.log(`${scenes.length * widths.length * looks.length} pictures are in screens/.`)
} finally {
  await browser.close()
  await server.close()
}

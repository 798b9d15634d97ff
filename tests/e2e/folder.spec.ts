import { basename, join } from 'node:path'
import { diskName } from '../../src/core/diskName.ts'
import { dropOn } from '../support/drop.ts'
import { makeAwkwardFolder, makeFile, makeRefusedNames, MB, type Contents } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { offerFolder, savedContents } from '../support/pickedFolder.ts'

/** A folder arrives as it was: nested folders, empty files, names from every script. */

test('a folder keeps its folders and names, and each file its own when it is saved', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'Größe & Höhe')
  const contents = { ...(await makeAwkwardFolder(root)), ...(await makeRefusedNames(root)) }

  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  await given.reaches('seeding')
  await expect(given.heading).toHaveText(basename(root))

  const taker = await newVisitor()
  await offerFolder(taker.page)
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  await taken.button('Save all').click()
  await expect
    .poll(() => savedContents(taker.page, basename(root)), { message: 'the files that were saved' })
    .toEqual(asWritten(contents))
  await expect(taker.page.getByText('isn’t an allowed name')).toBeVisible()
  expect(await taken.save('ファイル.txt')).toEqual({
    name: 'ファイル.txt',
    sha1: contents['日本語/ファイル.txt'],
  })
  expect(await taken.save('empty.bin')).toEqual({ name: 'empty.bin', sha1: contents['empty.bin'] })

  // The info hash is one of all names, folders and bytes.
  const other = await newPeer()
  await dropOn(other.page, [root])
  const dropped = other.share()
  await dropped.reaches('seeding')
  await expect(dropped.heading).toHaveText(basename(root))
  expect(await dropped.infoHash()).toBe(await given.infoHash())
})

/** Under the names that any disk takes. */
function asWritten(contents: Contents): Contents {
  const written = (path: string) => path.split('/').map(diskName).join('/')
  return Object.fromEntries(Object.entries(contents).map(([path, sha1]) => [written(path), sha1]))
}

test('a file that goes away before it is read is named, and the rest is shared', async ({ newPeer }) => {
  const giver = await newPeer()
  await giver.page.evaluate(async () => {
    const directory = await navigator.storage.getDirectory()
    const handle = await directory.getFileHandle('late.bin', { create: true })
    const writable = await handle.createWritable()
    await writable.write('late')
    await writable.close()
    const late = await handle.getFile()
    await directory.removeEntry('late.bin')
    const clipboardData = new DataTransfer()
    for (const file of [late, new File(['other'], 'other.bin')]) clipboardData.items.add(file)
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.body.dispatchEvent(pasted)
  })
  const rest = giver.share()
  await rest.reaches('seeding')
  await expect(rest.article.getByRole('alert')).toContainText('“late.bin” is left out')
  expect((await rest.save()).name).toBe('other.bin')
})

test('files that a link leaves out stay away until they are chosen', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'album')
  const first = await makeFile(join(root, 'first.bin'), MB, 'first')
  const second = await makeFile(join(root, 'second.bin'), MB, 'second')

  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  const taker = await newVisitor()
  await given.button('Link to some files').click()
  await given.article.getByRole('checkbox', { name: 'Link to first.bin' }).check()
  const taken = await taker.open(await given.article.getByLabel('Link to 1 file').inputValue())
  await taken.reaches('ready')
  await expect(taken.article.getByRole('checkbox', { name: 'Fetch first.bin' })).toBeChecked()
  const wish = taken.article.getByRole('checkbox', { name: 'Fetch second.bin' })
  await expect(wish).not.toBeChecked()
  await wish.check()
  await wish.uncheck()
  await taken.button('Download').click()
  expect(await taken.save('first.bin')).toEqual({ name: 'first.bin', sha1: first })
  await expect(taken.file('second.bin').getByRole('button', { name: 'Save' })).toHaveCount(0)

  // Here at once, and then there is no more to choose.
  await wish.click()
  expect(await taken.save('second.bin')).toEqual({ name: 'second.bin', sha1: second })
})

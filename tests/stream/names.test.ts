import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { attachment } from '../../src/stream/contentDisposition.ts'
import { savedId, savePath } from '../../src/stream/savePath.ts'

const ID = '9b2f1c1e-6c0f-4c3e-9f7a-0d6a4c1b2e3f'

describe('Content-Disposition', () => {
  test.each([
    ['photos.zip', `attachment; filename="photos.zip"; filename*=UTF-8''photos.zip`],
    ['a "b" \\c%.zip', `attachment; filename="a _b_ _c_.zip"; filename*=UTF-8''a%20%22b%22%20%5Cc%25.zip`],
    [`it's (1)*.zip`, `attachment; filename="it's (1)*.zip"; filename*=UTF-8''it%27s%20%281%29%2A.zip`],
    ['Größe.zip', `attachment; filename="Gr__e.zip"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.zip`],
    ['cut \ud83d.zip', `attachment; filename="cut _.zip"; filename*=UTF-8''cut%20%EF%BF%BD.zip`],
  ])('of %j', (name, header) => {
    expect(attachment(name)).toBe(header)
  })

  it('is a valid header that gives the name back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const header =
          new Headers({ 'Content-Disposition': attachment(name) }).get('Content-Disposition') ?? ''
        const encoded = /; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(header)?.[1]
        expect(decodeURIComponent(encoded ?? '?')).toBe(name.toWellFormed())
      }),
    )
  })
})

describe('the address of a download', () => {
  test.each(['photos.zip', 'a/b?c#d%.zip', '日本語 🐟.zip', 'cut \ud83d.zip'])(
    'for %j names its id',
    (name) => {
      const url = new URL(savePath(ID, name), 'https://share.example.org')
      expect(url.pathname.split('/')).toHaveLength(4)
      expect(savedId(url.pathname)).toBe(ID)
    },
  )

  test.each(['/', '/sw.js', '/save/', `/save/${ID}`, `/save/${ID}/`, `/save/${ID}/a/b`, '/save/x/a.zip'])(
    '%s is none',
    (path) => {
      expect(savedId(path)).toBeNull()
    },
  )
})

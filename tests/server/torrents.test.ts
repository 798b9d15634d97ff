import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { Torrents } from '../../server/store/torrents.ts'
import { infoHash } from '../wire/trackerIds.ts'
import { temporaryFolder } from './support/testServer.ts'

function torrentsIn(folder: string | null) {
  let nowMs = 0
  const torrents = new Torrents({
    database: openDatabase(folder),
    now: () => (nowMs += 1),
    mostPerMember: 0,
    due: () => undefined,
  })
  const search = (text: string, fields: object = {}) =>
    torrents.list({ search: text, status: null, offset: 0, limit: 50, ...fields })
  const namesOf = (text: string): string[] => search(text).torrents.map(({ name }) => name)
  return { torrents, search, namesOf }
}

describe('a search', () => {
  test('finds names in upper and lower case of every script, however accents are written', () => {
    const { torrents, namesOf } = torrentsIn(null)
    const names = ['ÉTÉ in Paris', 'Ёлка', 'plain', 'E\u0301te\u0301']
    for (const [number, name] of names.entries()) torrents.register(infoHash(number), name, null, 'listed')
    expect(namesOf('été')).toEqual(['E\u0301te\u0301', 'ÉTÉ in Paris'])
    expect(namesOf('ёЛКА')).toEqual(['Ёлка'])
    expect(namesOf('PLAIN')).toEqual(['plain'])
    expect(namesOf(infoHash(2).toUpperCase())).toEqual(['plain'])
  })

  test('gives the newest first, a page at a time, and says how many there are', () => {
    const { torrents, search } = torrentsIn(null)
    for (let number = 0; number < 10; number += 1) {
      torrents.register(infoHash(number), `Film ${number}`, null, number % 2 === 0 ? 'listed' : 'pending')
    }
    const page = search('film', { status: 'listed', offset: 1, limit: 2 })
    expect(page).toMatchObject({ torrents: [{ name: 'Film 6' }, { name: 'Film 4' }], total: 5 })
    expect(search('film', { offset: 100 })).toEqual({ torrents: [], total: 10 })
    expect(search('', { offset: 8 })).toMatchObject({ torrents: [{ name: 'Film 1' }, {}], total: 10 })
  })

  test('finds what was registered before there were folded names', () => {
    const folder = temporaryFolder()
    const old = new DatabaseSync(join(folder, 'shoal.sqlite'))
    old.exec(`${MIGRATIONS[0]?.sqlite ?? ''}; PRAGMA user_version = 1`)
    old.exec(`INSERT INTO torrents VALUES ('${infoHash(1)}', 'ÉTÉ', 'listed', NULL, 1, 0)`)
    old.close()
    expect(torrentsIn(folder).namesOf('été')).toEqual(['ÉTÉ'])
  })
})

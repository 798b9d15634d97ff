import { expect, test } from 'vitest'
import { Accounts } from '../../../server/store/accounts.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { Members } from '../../../server/store/members.ts'
import { createAdmission } from '../../../server/store/membership.ts'
import { newSecret } from '../../../server/store/secrets.ts'
import { Torrents } from '../../../server/store/torrents.ts'
import { KEEPER } from '../../../server/tracker/admission.ts'
import { infoHash, peerId } from '../../wire/trackerIds.ts'

test('the keeper is let in by a key of its own, as no member, and nothing is booked to it', () => {
  const database = openDatabase(null)
  const due = () => undefined
  const key = newSecret()
  const members = new Members(database, () => 0)
  const { id, passkey } = members.add('Ada')
  const accounts = new Accounts({
    database,
    now: () => 0,
    bytesPerSecond: 0,
    soon: due,
    due,
    onTrouble: (error) => {
      throw error
    },
  })
  const torrents = new Torrents({ database, now: () => 0, mostPerMember: 0, due })
  const admission = createAdmission('private', { members, torrents, accounts }, key)
  expect(admission.memberOf(key)).toBe(KEEPER)
  expect(admission.memberOf(passkey)).toBe(id)
  expect(admission.memberOf(newSecret())).toBeNull()
  expect(members.memberOf(key)).toBeNull()
  const said = { infoHash: infoHash(1), peerId: peerId(1), uploaded: 0, downloaded: 5, hadCompany: true }
  for (const downloaded of [5, 10]) admission.report({ ...said, member: KEEPER, downloaded })
  accounts.flush()
  expect(database.prepare('SELECT * FROM accounts').all()).toEqual([])
})

import { createInterface } from 'node:readline'
import { joined } from '../../../src/core/bytes.ts'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { FLOODS, type Flood } from '../fuzz/floods.ts'
import { extended, NAMES, u32 } from '../fuzz/messages.ts'
import { visit, type RawVisitor } from './rawVisitor.ts'

/**
 * Sends a page that has everything each message as often as a peer may in an instant. A line of standard input names a
 * message: the page is met anew, and `met` is said. The next line, whatever it is, has the message sent; then a line
 * says whether the page has `answered` what was asked after it or has `let go`. Ends when the standard input does.
 *
 *     floodProcess.ts <tracker> <info hash>
 */

const [tracker = '', hash = ''] = process.argv.slice(2)
const infoHash = parseInfoHash(hash)
if (!infoHash) throw new Error('That is no info hash.')

const lines = createInterface(process.stdin)
lines.on('close', () => process.exit(0))
const read = lines[Symbol.asyncIterator]()
for (;;) {
  const { value: name } = await read.next()
  const found = FLOODS.find((each) => each.name === name)
  if (!found) throw new Error(`There is no message ${name}.`)
  const visitor = await visit(tracker, infoHash)
  console.log('met')
  await read.next()
  console.log(await flood(visitor, found))
}

async function flood(visitor: RawVisitor, { times, say }: Flood): Promise<string> {
  const { link, names, ended } = visitor
  const answered = new Promise<string>((resolve) => {
    visitor.listen(({ id, payload }) => {
      if (id === 20 && payload[0] === NAMES.sh_echo) resolve('answered')
    })
  })
  const parts = Array.from({ length: times }, (_, time) => say(names, time)).flat()
  // In messages of a few kilobytes: what an event costs is priced by itself.
  for (let at = 0; at < parts.length; at += 100) link.send('wire', joined(parts.slice(at, at + 100)))
  link.send('wire', extended(names['sh_echo'] ?? 0, joined([Uint8Array.of(0), u32(1)])))
  const outcome = await Promise.race([answered, ended.then(() => 'let go')])
  link.close()
  return outcome
}

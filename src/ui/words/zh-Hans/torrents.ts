import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '它不是 .torrent 文件，或者已损坏。',
  damaged: '它已损坏。',
  'not-a-torrent': '它不是 .torrent 文件。',
  'torrent-too-large': '它太大了，不像 .torrent 文件。',
  'torrent-of-version-2': '它是 BitTorrent 第 2 版的种子，目前还不支持。',
  'torrent-of-no-tracker': '它是私有种子，而它的 Tracker 都无法从浏览器访问。',
  'torrent-takes-too-long': '读取它花的时间太长。',
  'pieces-too-short': ({ length, least }) =>
    `它的分块长 ${number(length)} 字节，小于 ${number(least)}（1 KiB）：传输的开销比内容还大。`,
  'pieces-too-long': ({ length, most }) =>
    `它的分块长 ${number(length)} 字节，大于 ${number(most)}（64 MiB）：网页的内存放不下。`,
  'torrent-of-too-many-files': ({ most }) => `它的文件超过 ${number(most)} 个。`,
  'torrent-of-too-many-folders': '它的文件和文件夹太多。',
  'file-too-deep': ({ most }) => `其中有文件的文件夹层数超过 ${number(most)} 层。`,
  'only-padding': '它没有文件，只有填充内容。',
}

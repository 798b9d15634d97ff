import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '它不是 .torrent 文件，或者已损坏。',
  'bencode-cut-short': '它不完整，被截断了。',
  'bencode-key-twice': '其中一项写了两遍，意思不明。',
  'bencode-too-many-keys': '它的描述项远多于正常的种子。',
  'bencode-too-deep': '它的嵌套层数超过任何正常的种子。',
  'bencode-minus-zero': '其中有个数字写成了“-0”。',
  'bencode-leading-zero': '其中有个数字以零开头。',
  'not-a-torrent': '它不是 .torrent 文件。',
  'torrent-too-large': '它太大了，不像 .torrent 文件。',
  'torrent-goes-on': '它的描述后面还有多余的内容。',
  'torrent-of-version-2': '它是 BitTorrent 第 2 版的种子，目前还不支持。',
  'torrent-of-no-tracker': '它是私有种子，而它的 Tracker 都无法从浏览器访问。',
  'torrent-takes-too-long': '读取它花的时间太长。',
  'files-too-large': '它的文件大得不可能。',
  'piece-length-missing': '它没有写明分块长度。',
  'piece-length-senseless': '它的分块长度不合理。',
  'pieces-too-short': ({ length, least }) =>
    `它的分块长 ${number(length)} 字节，小于 ${number(least)}（1 KiB）：传输的开销比内容还大。`,
  'pieces-too-long': ({ length, most }) =>
    `它的分块长 ${number(length)} 字节，大于 ${number(most)}（64 MiB）：网页的内存放不下。`,
  'piece-hashes-damaged': '它的分块校验值已损坏。',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `它有 ${number(hashes)} 个分块的校验值，但按大小应有 ${number(pieces)} 个。`,
  'file-list-damaged': '它的文件列表已损坏。',
  'torrent-of-too-many-files': ({ most }) => `它的文件超过 ${number(most)} 个。`,
  'torrent-of-too-many-folders': '它的文件和文件夹太多。',
  'file-too-deep': ({ most }) => `其中有文件的文件夹层数超过 ${number(most)} 层。`,
  'only-padding': '它没有文件，只有填充内容。',
  'file-length-missing': '它没有写明文件的长度。',
  'file-too-large': '其中有个文件大得不可能。',
  'file-length-negative': '其中有个文件的长度小于零。',
}

import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'ليس ملف .torrent، أو أنه تالف.',
  damaged: 'إنه تالف.',
  'not-a-torrent': 'ليس ملف .torrent.',
  'torrent-too-large': 'أكبر مما ينبغي لأي ملف .torrent أن يكون.',
  'torrent-of-version-2': 'إنه تورنت من BitTorrent بالإصدار 2، وهو غير مدعوم بعد.',
  'torrent-of-no-tracker': 'إنه خاص، ولا يمكن الوصول إلى أي من متتبّعاته من المتصفح.',
  'torrent-takes-too-long': 'قراءته تستغرق وقتًا أطول من اللازم.',
  'pieces-too-short': ({ length, least }) =>
    `طول قطعه ${number(length)} بايت: أقصر من ${number(least)} (1 KiB)، وهي تكلّف من الرسائل أكثر مما تحمل.`,
  'pieces-too-long': ({ length, most }) =>
    `طول قطعه ${number(length)} بايت: أطول من ${number(most)} (64 MiB)، وهذا لا تتسع له ذاكرة صفحة.`,
  'torrent-of-too-many-files': ({ most }) => `عدد ملفاته أكثر من ${number(most)}.`,
  'torrent-of-too-many-folders': 'فيه ملفات كثيرة جدًا في مجلدات كثيرة جدًا.',
  'file-too-deep': ({ most }) => `فيه ملف على عمق أكثر من ${number(most)} من المجلدات.`,
  'only-padding': 'ليست فيه ملفات، بل حشو فقط.',
}

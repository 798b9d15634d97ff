import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'ليس ملف .torrent، أو أنه تالف.',
  'bencode-cut-short': 'إنه مبتور.',
  'bencode-key-twice': 'يذكر أمرًا مرتين، وقد يقصد أيًا منهما.',
  'bencode-too-many-keys': 'يذكر عن نفسه أكثر بكثير مما يذكره أي تورنت.',
  'bencode-too-deep': 'تداخله أعمق من أي تورنت.',
  'bencode-minus-zero': 'فيه عدد مكتوب على شكل «-0».',
  'bencode-leading-zero': 'فيه عدد يبدأ بصفر.',
  'not-a-torrent': 'ليس ملف .torrent.',
  'torrent-too-large': 'أكبر مما ينبغي لأي ملف .torrent أن يكون.',
  'torrent-goes-on': 'هناك شيء بعد وصفه.',
  'torrent-of-version-2': 'إنه تورنت من BitTorrent بالإصدار 2، وهو غير مدعوم بعد.',
  'torrent-of-no-tracker': 'إنه خاص، ولا يمكن الوصول إلى أي من متتبّعاته من المتصفح.',
  'torrent-takes-too-long': 'قراءته تستغرق وقتًا أطول من اللازم.',
  'files-too-large': 'حجم ملفاته مستحيل.',
  'piece-length-missing': 'لا يذكر طول قطعه.',
  'piece-length-senseless': 'طول قطعه غير منطقي.',
  'pieces-too-short': ({ length, least }) =>
    `طول قطعه ${number(length)} بايت: أقصر من ${number(least)} (1 KiB)، وهي تكلّف من الرسائل أكثر مما تحمل.`,
  'pieces-too-long': ({ length, most }) =>
    `طول قطعه ${number(length)} بايت: أطول من ${number(most)} (64 MiB)، وهذا لا تتسع له ذاكرة صفحة.`,
  'piece-hashes-damaged': 'بصمات قطعه تالفة.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `عدد بصمات القطع فيه ${number(hashes)}، بينما يقتضي حجمه ${number(pieces)}.`,
  'file-list-damaged': 'قائمة ملفاته تالفة.',
  'torrent-of-too-many-files': ({ most }) => `عدد ملفاته أكثر من ${number(most)}.`,
  'torrent-of-too-many-folders': 'فيه ملفات كثيرة جدًا في مجلدات كثيرة جدًا.',
  'file-too-deep': ({ most }) => `فيه ملف على عمق أكثر من ${number(most)} من المجلدات.`,
  'only-padding': 'ليست فيه ملفات، بل حشو فقط.',
  'file-length-missing': 'لا يذكر طول ملفاته.',
  'file-too-large': 'فيه ملف حجمه مستحيل.',
  'file-length-negative': 'فيه ملف حجمه أقل من لا شيء.',
}

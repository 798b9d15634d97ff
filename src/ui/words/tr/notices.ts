import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `Tarayıcının okuma izni yok: ${names}. İzin ver ya da başka dosyalar seç.`,
  folderEmpty: 'İçinde dosya yok: klasör boş. Başka bir tane seç.',
  pasteNotOpened: (why) => `Olmadı. ${why}`,
  linksOpened: (count) => `${number(count)} link açıldı.`,
  someLinksOpened: (count, left) =>
    `${number(count)} link açıldı. ${number(left)} tanesi sığmadı: onları sonra yapıştır.`,
  torrentNotOpened: (name, why) => `“${name}” torrent olarak açılamadı. ${why}`,
  launchNotRead: (name) => `“${name}” okunamadı. Bir kez daha aç.`,
  sharedMissed: 'Buraya bir şey ulaşmadı. Bir kez daha paylaş ya da dosyaları bu sayfada seç.',
  sharedTooLarge: 'Bir seferde aktarmak için çok fazla. Bunun yerine dosyaları bu sayfada seç.',
  filesAsk: (files) => `Başka bir uygulama ya da site şunu göndermeni istiyor: ${files}.`,
  textAsks: 'Başka bir uygulama ya da site bir metin göndermeni istiyor.',
  memberAlready: 'Zaten bu sitenin üyesisin. Davet başkalarına bırakıldı.',
  memberNow: 'Artık bu sitenin üyesisin. Bu tarayıcı bunu hatırlar; yapacak başka bir şey yok.',
  memberForNow: 'Bu sayfayı kapatana dek bu sitenin üyesisin: bu tarayıcı site için hiçbir şey saklamıyor.',
  memberNotYet: (why) => `Henüz üye değilsin. ${why}`,
  invitationVoid:
    'Bu davet artık geçerli değil: kullanılmış, süresi dolmuş ya da geri alınmış. Başka bir tane iste.',
  passkeyVoid: 'Bu adresteki passkey burada geçerli değil ya da artık değil.',
  membershipEnded: 'Artık bu sitenin üyesi değilsin. Siteyi yönetenden davet iste.',
  membersOnly: 'Bu site yalnızca üyeler için. Bir davet linki iste ve burada aç.',
  fileNotSaved: (name, why) => `“${name}” kaydedilemedi. ${why}`,
  folderNotSaved: (why) => `Dosyaların hepsi kaydedilemedi. ${why}`,
  folderSaved: (folder) => `Bütün dosyalar “${folder}” klasöründe.`,
  renamed: (from, to) => `“${from}” adıyla yazılamıyor: yeni adı “${to}”.`,
  renamedAndMore: (from, to, more) =>
    `“${from}” adıyla yazılamıyor: yeni adı “${to}”. ${number(more)} ad daha değişti.`,
  zipNotSaved: (why) => `ZIP kaydedilemedi. ${why}`,
  zipCancelled: 'ZIP indirmesi iptal edildi.',
  zipSaved: 'ZIP, indirilenlerinin arasında.',
}

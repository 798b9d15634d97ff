import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const opened = (count: number) =>
  plural(count, {
    zero: 'لم يُفتح أي رابط.',
    one: 'فُتح رابط واحد.',
    two: 'فُتح رابطان.',
    few: `فُتحت ${number(count)} روابط.`,
    many: `فُتح ${number(count)} رابطًا.`,
    other: `فُتح ${number(count)} رابط.`,
  })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `لا يُسمح للمتصفح بقراءة ${names}. اسمح بذلك، أو اختر ملفات أخرى.`,
  folderEmpty: 'لا يوجد ملف فيه: المجلد فارغ. اختر مجلدًا آخر.',
  pasteNotOpened: (why) => `لم ينجح ذلك. ${why}`,
  linksOpened: (count) => opened(count),
  someLinksOpened: (count, left) =>
    `${opened(count)} لم يتسع المجال لـ ${number(left)} غيرها: الصقها في دفعة ثانية.`,
  torrentNotOpened: (name, why) => `تعذّر فتح «${name}» كتورنت. ${why}`,
  launchNotRead: (name) => `تعذّرت قراءة «${name}». افتحه مرة أخرى.`,
  sharedMissed: 'لم يصل شيء إلى هنا. شاركه مرة أخرى، أو اختر الملفات في هذه الصفحة.',
  sharedTooLarge: 'هذا أكثر مما يمكن تسليمه دفعة واحدة. اختر الملفات في هذه الصفحة بدلًا من ذلك.',
  filesAsk: (files) => `يريد تطبيق أو موقع آخر أن ترسل هذا: ${files}.`,
  textAsks: 'يريد تطبيق أو موقع آخر أن ترسل نصًا.',
  memberAlready: 'أنت عضو في هذا الموقع بالفعل. بقيت الدعوة لغيرك.',
  memberNow: 'أصبحت عضوًا في هذا الموقع. هذا المتصفح يتذكر ذلك، ولا شيء آخر عليك فعله.',
  memberForNow: 'أنت عضو في هذا الموقع حتى تغلق هذه الصفحة: هذا المتصفح لا يحفظ له شيئًا.',
  memberNotYet: (why) => `لست عضوًا بعد. ${why}`,
  invitationVoid: 'لم تعد هذه الدعوة صالحة: استُنفدت أو انتهت مدتها أو سُحبت. اطلب دعوة أخرى.',
  passkeyVoid: 'مفتاح المرور في هذا العنوان غير صالح هنا، أو لم يعد صالحًا.',
  membershipEnded: 'لم تعد عضوًا في هذا الموقع. اطلب دعوة ممن يديره.',
  membersOnly: 'هذا الموقع للأعضاء فقط. اطلب رابط دعوة وافتحه هنا.',
  fileNotSaved: (name, why) => `تعذّر حفظ «${name}». ${why}`,
  folderNotSaved: (why) => `تعذّر حفظ بعض الملفات. ${why}`,
  folderSaved: (folder) => `كل الملفات في «${folder}».`,
  renamed: (from, to) => `لا يمكن كتابة الاسم «${from}»: أصبح «${to}».`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      zero: `لا يمكن كتابة الاسم «${from}»: أصبح «${to}».`,
      one: `لا يمكن كتابة الاسم «${from}»: أصبح «${to}»، وتغيّر اسم آخر أيضًا.`,
      two: `لا يمكن كتابة الاسم «${from}»: أصبح «${to}»، وتغيّر اسمان آخران أيضًا.`,
      few: `لا يمكن كتابة الاسم «${from}»: أصبح «${to}»، وتغيّرت ${number(more)} أسماء أخرى أيضًا.`,
      many: `لا يمكن كتابة الاسم «${from}»: أصبح «${to}»، وتغيّر ${number(more)} اسمًا آخر أيضًا.`,
      other: `لا يمكن كتابة الاسم «${from}»: أصبح «${to}»، وتغيّر ${number(more)} اسم آخر أيضًا.`,
    }),
  zipNotSaved: (why) => `تعذّر حفظ ملف ZIP. ${why}`,
  zipCancelled: 'أُلغي تنزيل ملف ZIP.',
  zipSaved: 'ملف ZIP بين تنزيلاتك.',
}

import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'لم تعد عضوًا في هذا الموقع. اطلب دعوة ممن يديره.',
  isOne: 'أنت عضو في هذا الموقع.',
  sums: (sent, received) => `أرسلت ${sent} واستلمت ${received}.`,
  sumsAndRatio: (sent, received, ratio) => `أرسلت ${sent} واستلمت ${received}: النسبة ${ratio}.`,
  yourAddress: 'عنوان announce الخاص بك',
  yourAddressWhy:
    'للبرامج الأخرى، ولتكون عضوًا في متصفح آخر: الصقه هناك في هذه الصفحة. احتفظ به لنفسك: من يملكه يُحسب أنه أنت.',
  keptForYou: 'ما نبقيه متاحًا لك',
  notKept: 'غير محفوظة',
  keptWaiting: 'في الانتظار',
  keptUntil: (day) => `حتى ${day}`,
  deleteCopy: 'حذف النسخة',
  keeperProblems: {
    quota: 'بلغت أقصى ما يمكن حفظه لك. تخلَّ عن شيء آخر أولًا.',
    full: 'خادم الموقع يحفظ أقصى ما يستطيع. حاول لاحقًا.',
    often: 'تلقى خادم الموقع طلبات كثيرة جدًا. حاول بعد دقيقة.',
    members: 'خادم الموقع يحفظ المشاركات للأعضاء فقط.',
    refused: 'لا يسمح الموقع لخادمه بحفظ هذه المشاركة.',
    down: 'خادم الموقع لا يحفظ شيئًا حاليًا. حاول لاحقًا.',
    gone: 'لم تعد محفوظة.',
    unreachable: 'لم يردّ الموقع. حاول مرة أخرى.',
  },
}

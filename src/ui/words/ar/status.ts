import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

/** After a preposition. */
const people = (count: number) =>
  plural(count, {
    zero: '0 شخص',
    one: 'شخص واحد',
    two: 'شخصين',
    few: `${number(count)} أشخاص`,
    many: `${number(count)} شخصًا`,
    other: `${number(count)} شخص`,
  })

export const status: ShareWords['status'] = {
  hashing: 'جارٍ تحضير ملفاتك.',
  hashingDetail: 'يظهر الرابط بمجرد الانتهاء.',
  asleep: 'نائمة: تحتاج هذه الصفحة إلى ملفاتها من جديد.',
  asleepUnfinished: 'لم تكن جاهزة حين أُغلقت الصفحة.',
  asleepOneClick: 'الرابط يبقى كما هو.',
  asleepChoose: 'اختر الملفات نفسها ليعمل الرابط من جديد.',
  leftOut: (names, count) =>
    plural(count, {
      zero: `استُبعد ${names}: لم يتمكن المتصفح من القراءة.`,
      one: `استُبعد ${names}: لم يتمكن المتصفح من قراءته.`,
      two: `استُبعد ${names}: لم يتمكن المتصفح من قراءتهما.`,
      few: `استُبعدت ${names}: لم يتمكن المتصفح من قراءتها.`,
      many: `استُبعدت ${names}: لم يتمكن المتصفح من قراءتها.`,
      other: `استُبعدت ${names}: لم يتمكن المتصفح من قراءتها.`,
    }),

  nobodyHere: 'لا أحد ممن لديهم هذه المشاركة متصل الآن.',
  startsByItself: 'يبدأ حين يفتح المرسل الصفحة من جديد. اطلب منه ذلك.',
  othersWait: (count) =>
    plural(count, {
      zero: 'لا أحد آخر متصل وينتظرها.',
      one: 'متصل مع شخص واحد ينتظرها أيضًا.',
      two: 'متصل مع شخصين ينتظرانها أيضًا.',
      few: `متصل مع ${number(count)} أشخاص ينتظرونها أيضًا.`,
      many: `متصل مع ${number(count)} شخصًا ينتظرونها أيضًا.`,
      other: `متصل مع ${number(count)} شخص ينتظرونها أيضًا.`,
    }),
  startsWithOwner: 'يبدأ الاستلام تلقائيًا بمجرد أن يتصل من لديه المشاركة.',
  onlyPeopleKnow: 'لا يعرف ما هذه المشاركة إلا أشخاص آخرون.',
  youChoseNobody: 'اسمح بذلك ضمن «حدود السرعة»، وسيستمر الأمر.',
  asking: 'نسأل عن محتوى هذه المشاركة.',
  lookingForIt: 'نبحث عن أشخاص لديهم هذه المشاركة.',
  linkSays: 'هذا ما يقوله الرابط.',
  linkSaysSize: (size) => `${size}، كما يقول الرابط.`,

  soFar: (percent) => `وصل ${percent} وحُفظ.`,
  goesOn: 'يستمر الاستلام تلقائيًا بمجرد أن يفتحها أحد.',
  nobodyHasRest: (count) => `متصل مع ${people(count)}، لكن ما ينقص هنا ليس لدى أحد منهم.`,
  waitsForTurn: (count) => `متصل مع ${people(count)}، وفي انتظار الدور.`,
  waitsForTurnDetail: 'يستغرق ذلك عادة أقل من دقيقة.',
  downloadingFromPeople: (count) => `جارٍ التنزيل من ${people(count)}.`,
  downloadingFromSite: (site) => `جارٍ التنزيل من ${site}.`,
  downloadingFromBoth: (count, site) => `جارٍ التنزيل من ${people(count)} ومن ${site}.`,
  aboutToStart: 'على وشك البدء.',

  allHere: 'كل شيء هنا.',
  channel: 'هذه قناة مباشرة.',
  channelDetail: 'تُعرض أثناء بثّها، ولا يُحفظ منها شيء.',
  connectedGoOn: 'المتصلون حاليًا يواصلون.',
  sentEnough: 'أرسلت هذه المشاركة ما يسمح به حدّها، ولن ترسل المزيد.',
  heldInMemory: 'هو في الذاكرة فقط: احفظه أولًا.',
  othersHave: (count) =>
    plural(count, {
      zero: 'ليست لدى أي شخص آخر.',
      one: 'هي لدى شخص آخر.',
      two: 'هي لدى شخصين آخرين.',
      few: `هي لدى ${number(count)} أشخاص آخرين.`,
      many: `هي لدى ${number(count)} شخصًا آخر.`,
      other: `هي لدى ${number(count)} شخص آخر.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      zero: 'ليست لدى أي شخص آخر',
      one: 'هي لدى شخص آخر',
      two: 'هي لدى شخصين آخرين',
      few: `هي لدى ${number(have)} أشخاص آخرين`,
      many: `هي لدى ${number(have)} شخصًا آخر`,
      other: `هي لدى ${number(have)} شخص آخر`,
    })
    return plural(fetching, {
      zero: `${havers}، ولا أحد ينزّلها.`,
      one: `${havers}، وينزّلها شخص واحد.`,
      two: `${havers}، وينزّلها شخصان.`,
      few: `${havers}، وينزّلها ${number(fetching)} أشخاص.`,
      many: `${havers}، وينزّلها ${number(fetching)} شخصًا.`,
      other: `${havers}، وينزّلها ${number(fetching)} شخص.`,
    })
  },
  mayClose: 'يمكنك إغلاق هذه الصفحة. وما دامت مفتوحة فهي تساعد الآخرين.',
  downloadingIt: (count) =>
    plural(count, {
      zero: 'لا أحد ينزّلها.',
      one: 'ينزّلها شخص واحد.',
      two: 'ينزّلها شخصان.',
      few: `ينزّلها ${number(count)} أشخاص.`,
      many: `ينزّلها ${number(count)} شخصًا.`,
      other: `ينزّلها ${number(count)} شخص.`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      zero: 'لم يستلمها أحد غيرك كاملة بعد.',
      one: 'يمكنك إغلاق هذه الصفحة حين ينتهي.',
      two: 'يمكنك إغلاق هذه الصفحة حين ينتهي أحدهما.',
      few: 'يمكنك إغلاق هذه الصفحة حين ينتهي أحدهم.',
      many: 'يمكنك إغلاق هذه الصفحة حين ينتهي أحدهم.',
      other: 'يمكنك إغلاق هذه الصفحة حين ينتهي أحدهم.',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      zero: 'لا أحد يتصفّحها.',
      one: 'يتصفّحها شخص واحد.',
      two: 'يتصفّحها شخصان.',
      few: `يتصفّحها ${number(count)} أشخاص.`,
      many: `يتصفّحها ${number(count)} شخصًا.`,
      other: `يتصفّحها ${number(count)} شخص.`,
    }),
  onlyYou: 'أبقِ هذه الصفحة مفتوحة: المشاركة ليست لدى أحد غيرك.',
  sendTheLink: 'أرسل الرابط.',

  paused: 'متوقفة مؤقتًا.',
  pausedAt: (percent) => `متوقفة مؤقتًا عند ${percent}.`,
  wentWrong: 'حدث خطأ ما.',

  connecting: 'جارٍ الاتصال.',
  cannotLook: 'هذا الموقع لا يستجيب.',
  cannotLookNow: 'نعيد المحاولة الآن. هل أنت متصل بالإنترنت؟',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      zero: 'نعيد المحاولة الآن. هل أنت متصل بالإنترنت؟',
      one: 'نعيد المحاولة بعد ثانية واحدة. هل أنت متصل بالإنترنت؟',
      two: 'نعيد المحاولة بعد ثانيتين. هل أنت متصل بالإنترنت؟',
      few: `نعيد المحاولة بعد ${number(seconds)} ثوانٍ. هل أنت متصل بالإنترنت؟`,
      many: `نعيد المحاولة بعد ${number(seconds)} ثانية. هل أنت متصل بالإنترنت؟`,
      other: `نعيد المحاولة بعد ${number(seconds)} ثانية. هل أنت متصل بالإنترنت؟`,
    }),
  relayUsedUp: 'لن ينقل مُرحِّل هذا الموقع المزيد لك اليوم.',
  relayUsedUpDetail: 'يستمر غدًا، أو حين يوجد طريق مباشر: كثيرًا ما يكون في شبكة أخرى.',
  refused: 'رُفضت هذه المشاركة.',
  refusedWhy: (reason) => `يقول الخادم الذي يعرّف الأشخاص بعضهم ببعض: «${reason}». اسأل من يدير هذا الموقع.`,
  membersOnly: 'هذا الموقع للأعضاء فقط.',
  membersOnlyDetail: 'اطلب رابط دعوة وافتحه هنا.',
  siteSendsNothing: 'خادم الويب لا يرسلها حاليًا.',
  peopleOnceThere: (count) => `يبدأ الاتصال بأشخاص آخرين حين يصل عددهم إلى ${number(count)}.`,
  connectingTo: (count) => `جارٍ الاتصال مع ${people(count)}.`,
  noConnection: (count) =>
    plural(count, {
      zero: 'لا يوجد أحد يمكن الوصول إليه.',
      one: 'هناك شخص واحد، لكن هذه الصفحة لا تستطيع الوصول إليه.',
      two: 'هناك شخصان، لكن هذه الصفحة لا تستطيع الوصول إليهما.',
      few: `هناك ${number(count)} أشخاص، لكن هذه الصفحة لا تستطيع الوصول إليهم.`,
      many: `هناك ${number(count)} شخصًا، لكن هذه الصفحة لا تستطيع الوصول إليهم.`,
      other: `هناك ${number(count)} شخص، لكن هذه الصفحة لا تستطيع الوصول إليهم.`,
    }),
  looking: 'جارٍ البحث عن آخرين.',
  wayOut: {
    'no-addresses': 'إضافة أو سياسة أوقفت WebRTC. اسمح به لهذا الموقع، أو استخدم متصفحًا آخر.',
    'no-udp': 'جدار حماية أو VPN يمنع الاتصال (UDP). أوقف VPN، أو جرّب شبكة أخرى، كنقطة اتصال هاتف.',
    'no-relay': 'لا طريق مباشر، ومُرحِّل هذا الموقع لا يستجيب. كثيرًا ما تفيد شبكة أخرى، هنا أو عند الطرف الآخر.',
    relay: 'اتصالك سليم. ربما غادر الآخرون للتو، أو لا تسمح شبكتهم بشيء. المحاولة مستمرة.',
    open: 'اتصالك سليم، لكن بينكم جدار حماية أو VPN أو شبكة صارمة، وليس لهذا الموقع مُرحِّل. تفيد شبكة أخرى، هنا أو عند الطرف الآخر. المحاولة مستمرة.',
    unknown:
      'ربما يعترض جدار حماية أو VPN. كثيرًا ما تفيد شبكة أخرى، هنا أو عند الطرف الآخر. المحاولة مستمرة.',
  },

  haveIt: (count) =>
    plural(count, {
      zero: 'ليست لدى أحد.',
      one: 'هي لدى شخص واحد.',
      two: 'هي لدى شخصين.',
      few: `هي لدى ${number(count)} أشخاص.`,
      many: `هي لدى ${number(count)} شخصًا.`,
      other: `هي لدى ${number(count)} شخص.`,
    }),
  siteHasIt: (site) => `هي لدى ${site}.`,
  haveParts: (count) =>
    plural(count, {
      zero: 'لا أجزاء منها لدى أحد.',
      one: 'أجزاء منها لدى شخص واحد.',
      two: 'أجزاء منها لدى شخصين.',
      few: `أجزاء منها لدى ${number(count)} أشخاص.`,
      many: `أجزاء منها لدى ${number(count)} شخصًا.`,
      other: `أجزاء منها لدى ${number(count)} شخص.`,
    }),
  tooLittleMemory: (most) =>
    `أكبر مما تتسع له نافذة خاصة، وهو ${most} على الأكثر. افتح الرابط في نافذة عادية.`,
  inMemory: (most) =>
    `يُبقي هذا المتصفح التنزيلات في الذاكرة حتى تُغلق الصفحة، ${most} على الأكثر. احفظ ما تريد الاحتفاظ به.`,
}

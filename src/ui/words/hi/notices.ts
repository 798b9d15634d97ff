import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const opened = (count: number) =>
  plural(count, { one: `${number(count)} लिंक खुला।`, other: `${number(count)} लिंक खुले।` })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `ब्राउज़र को ${names} पढ़ने की इजाज़त नहीं है। इजाज़त दें, या दूसरी फ़ाइलें चुनें।`,
  folderEmpty: 'इसमें कोई फ़ाइल नहीं है: फ़ोल्डर ख़ाली है। कोई और चुनें।',
  pasteNotOpened: (why) => `यह नहीं हो पाया। ${why}`,
  linksOpened: (count) => opened(count),
  someLinksOpened: (count, left) => `${opened(count)} ${number(left)} और नहीं समाए: उन्हें दूसरी बार में पेस्ट करें।`,
  torrentNotOpened: (name, why) => `“${name}” टोरेंट के रूप में नहीं खुल सका। ${why}`,
  launchNotRead: (name) => `“${name}” को पढ़ा नहीं जा सका। एक बार फिर खोलें।`,
  sharedMissed: 'यहाँ कुछ नहीं पहुँचा। एक बार फिर शेयर करें, या इस पेज पर फ़ाइलें चुनें।',
  sharedTooLarge: 'एक बार में देने के लिए यह बहुत ज़्यादा है। इसकी जगह इस पेज पर फ़ाइलें चुनें।',
  filesAsk: (files) => `कोई दूसरा ऐप या साइट चाहती है कि आप यह भेजें: ${files}।`,
  textAsks: 'कोई दूसरा ऐप या साइट चाहती है कि आप एक टेक्स्ट भेजें।',
  memberAlready: 'आप पहले से इस साइट के सदस्य हैं। न्योता दूसरों के लिए छोड़ दिया गया है।',
  memberNow: 'अब आप इस साइट के सदस्य हैं। यह ब्राउज़र इसे याद रखेगा; और कुछ नहीं करना है।',
  memberForNow: 'इस पेज को बंद करने तक आप इस साइट के सदस्य हैं: यह ब्राउज़र इसके लिए कुछ याद नहीं रखता।',
  memberNotYet: (why) => `आप अभी सदस्य नहीं हैं। ${why}`,
  invitationVoid: 'यह न्योता अब काम नहीं करता: वह इस्तेमाल हो चुका, समाप्त हो गया या वापस ले लिया गया। दूसरा माँगें।',
  passkeyVoid: 'इस पते की पासकी यहाँ मान्य नहीं है, या अब नहीं रही।',
  membershipEnded: 'आप अब इस साइट के सदस्य नहीं हैं। इसे चलाने वाले से न्योता माँगें।',
  membersOnly: 'यह साइट सिर्फ़ सदस्यों के लिए है। निमंत्रण लिंक माँगें और उसे यहाँ खोलें।',
  fileNotSaved: (name, why) => `“${name}” को सहेजा नहीं जा सका। ${why}`,
  folderNotSaved: (why) => `सभी फ़ाइलें सहेजी नहीं जा सकीं। ${why}`,
  folderSaved: (folder) => `सभी फ़ाइलें “${folder}” में हैं।`,
  renamed: (from, to) => `“${from}” नाम लिखा नहीं जा सकता: अब इसका नाम “${to}” है।`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `“${from}” नाम लिखा नहीं जा सकता: अब इसका नाम “${to}” है, और ${number(more)} और नाम भी बदला है।`,
      other: `“${from}” नाम लिखा नहीं जा सकता: अब इसका नाम “${to}” है, और ${number(more)} और नाम भी बदले हैं।`,
    }),
  zipNotSaved: (why) => `ZIP सहेजी नहीं जा सकी। ${why}`,
  zipCancelled: 'ZIP का डाउनलोड रद्द हुआ।',
  zipSaved: 'ZIP आपके डाउनलोड में है।',
}

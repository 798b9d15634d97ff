import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'सभी शेयरों के लिए एक साथ, अभी से।',
  sendAtMost: 'भेजने की सीमा',
  receiveAtMost: 'पाने की सीमा',
  megabytesASecond: 'MB प्रति सेकंड',
  noLimit: 'कोई सीमा नहीं',
  connectionsAtMost: 'कनेक्शन की सीमा',
  inAll: 'कुल मिलाकर',
  aNumber: '0 से बड़ी कोई संख्या, या कुछ नहीं।',
  aWholeNumber: (least) => `${number(least)} या उससे बड़ी कोई पूर्ण संख्या, या कुछ नहीं।`,
  stopForTheDay: 'आज के लिए रुकें, इतना भेजकर',
  megabytes: 'MB',
  never: 'कभी नहीं',
  connectToPeople: 'दूसरे लोगों से कनेक्ट करें',
  whenever: 'जब भी दूसरों के पास हो',
  whenPeople: (count) => `जब ${number(count)} या ज़्यादा लोग हों`,
  connectWhy:
    'उसके लिए जिसकी कॉपी किसी वेब सर्वर पर है। “कभी नहीं” चुनने पर वह सिर्फ़ वहीं से आता है, कोई और आपका पता नहीं देख सकता, और आप कुछ नहीं भेजते। बाकी सब सिर्फ़ लोगों से आता है।',
  contactAll: 'लिंक में दिए सर्वरों से मुझसे पूछे बिना संपर्क करें',
  onlyOnClick: 'मेरे क्लिक करने पर ही कनेक्ट करें',
  onlyOnClickWhy: 'इसे चुनने पर लिंक का पेज किसी से संपर्क करने से पहले आपके क्लिक का इंतज़ार करता है।',
  screenOn: 'जब तक कुछ चल रहा हो, स्क्रीन चालू रखें',
  screenIsOn: 'कुछ चल रहा है, इसलिए अभी यह चालू रहेगी।',
  gentle: 'लगता है इस कनेक्शन पर डेटा के हिसाब से पैसे लगते हैं, इसलिए पेज कम भेजता है, जब तक आप कुछ और न चुनें।',
  ofThisShare: 'इस शेयर की सीमाएँ',
  ofThisShareOn: 'इस शेयर की सीमाएँ: चालू',
  stopAfter: 'भेजना रोकें, जब हो जाए',
  timesItsSize: 'गुना इसके आकार का',
}

import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

/** Before a postposition. */
const people = (count: number) =>
  plural(count, { one: `${number(count)} व्यक्ति`, other: `${number(count)} लोगों` })

export const status: ShareWords['status'] = {
  hashing: 'आपकी फ़ाइलें तैयार हो रही हैं।',
  hashingDetail: 'यह होते ही लिंक दिखेगा।',
  asleep: 'सोया हुआ: इस पेज को इसकी फ़ाइलें फिर से चाहिए।',
  asleepUnfinished: 'पेज बंद होते समय वे तैयार नहीं थीं।',
  asleepOneClick: 'लिंक वही रहता है।',
  asleepChoose: 'वही फ़ाइलें चुनें, लिंक फिर चलने लगेगा।',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} छूट गई: ब्राउज़र उसे पढ़ नहीं सका।`,
      other: `${names} छूट गईं: ब्राउज़र उन्हें पढ़ नहीं सका।`,
    }),

  nobodyHere: 'जिसके पास यह है, ऐसा कोई अभी ऑनलाइन नहीं है।',
  startsByItself: 'भेजने वाला पेज फिर खोलेगा तो यह शुरू होगा। उनसे कहें।',
  othersWait: (count) =>
    plural(count, {
      one: `${number(count)} व्यक्ति से कनेक्टेड, जो ख़ुद भी इसका इंतज़ार कर रहा है।`,
      other: `${number(count)} लोगों से कनेक्टेड, जो ख़ुद भी इसका इंतज़ार कर रहे हैं।`,
    }),
  startsWithOwner: 'जिसके पास यह है, उसके ऑनलाइन आते ही यह अपने-आप शुरू हो जाएगा।',
  onlyPeopleKnow: 'यह क्या है, सिर्फ़ दूसरे लोग बता सकते हैं।',
  youChoseNobody: '“स्पीड की सीमाएँ” में इसकी इजाज़त दें, और यह आगे बढ़ेगा।',
  asking: 'पूछ रहे हैं कि यह क्या है।',
  lookingForIt: 'ऐसे लोगों को ढूँढ रहे हैं जिनके पास यह है।',
  linkSays: 'लिंक ऐसा कहता है।',
  linkSaysSize: (size) => `${size}, लिंक के अनुसार।`,

  soFar: (percent) => `${percent} आ चुका है और सुरक्षित है।`,
  goesOn: 'जैसे ही कोई इसे खोलेगा, यह अपने-आप आगे बढ़ेगा।',
  nobodyHasRest: (count) => `${people(count)} से कनेक्टेड, पर यहाँ का बाकी हिस्सा किसी के पास नहीं है।`,
  waitsForTurn: (count) => `${people(count)} से कनेक्टेड, बारी का इंतज़ार है।`,
  waitsForTurnDetail: 'इसमें आमतौर पर एक मिनट से कम लगता है।',
  downloadingFromPeople: (count) => `${people(count)} से डाउनलोड हो रहा है।`,
  downloadingFromSite: (site) => `${site} से डाउनलोड हो रहा है।`,
  downloadingFromBoth: (count, site) => `${people(count)} और ${site} से डाउनलोड हो रहा है।`,
  aboutToStart: 'बस शुरू होने वाला है।',

  allHere: 'सब यहाँ है।',
  channel: 'यह एक लाइव चैनल है।',
  channelDetail: 'यह बनते-बनते चलता है। इसका कुछ भी रखा नहीं जाता।',
  connectedGoOn: 'जो पहले से कनेक्टेड हैं, वे जारी रहेंगे।',
  sentEnough: 'यह अपनी सीमा जितना भेज चुका है, और अब नहीं भेजेगा।',
  heldInMemory: 'यह सिर्फ़ मेमोरी में है: पहले सहेज लें।',
  othersHave: (count) =>
    plural(count, {
      one: `${number(count)} और व्यक्ति के पास यह है।`,
      other: `${number(count)} और लोगों के पास यह है।`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: `${number(have)} और व्यक्ति के पास यह है`,
      other: `${number(have)} और लोगों के पास यह है`,
    })
    return plural(fetching, {
      one: `${havers}, ${number(fetching)} इसे डाउनलोड कर रहा है।`,
      other: `${havers}, ${number(fetching)} इसे डाउनलोड कर रहे हैं।`,
    })
  },
  mayClose: 'आप यह पेज बंद कर सकते हैं। जब तक यह खुला है, इससे दूसरों की मदद होती है।',
  downloadingIt: (count) =>
    plural(count, {
      one: `${number(count)} व्यक्ति इसे डाउनलोड कर रहा है।`,
      other: `${number(count)} लोग इसे डाउनलोड कर रहे हैं।`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'उनका हो जाने पर आप यह पेज बंद कर सकते हैं।',
      other: 'उनमें से किसी एक का हो जाने पर आप यह पेज बंद कर सकते हैं।',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      one: `${number(count)} व्यक्ति इसे देख रहा है।`,
      other: `${number(count)} लोग इसे देख रहे हैं।`,
    }),
  onlyYou: 'यह पेज खुला रखें: यह सिर्फ़ आपके पास है।',
  sendTheLink: 'लिंक भेजें।',

  paused: 'रुका हुआ।',
  pausedAt: (percent) => `${percent} पर रुका हुआ।`,
  wentWrong: 'कुछ गड़बड़ हो गई।',

  connecting: 'कनेक्ट हो रहा है।',
  cannotLook: 'यह साइट जवाब नहीं दे रही है।',
  cannotLookNow: 'अभी फिर कोशिश हो रही है। क्या आप ऑनलाइन हैं?',
  cannotLookFor: (seconds) => `${number(seconds)} सेकंड में फिर कोशिश होगी। क्या आप ऑनलाइन हैं?`,
  relayUsedUp: 'इस साइट का रिले आज आपके लिए और कुछ नहीं पहुँचाएगा।',
  relayUsedUpDetail: 'यह कल चलेगा, या जैसे ही सीधा रास्ता मिले: दूसरे नेटवर्क में अक्सर होता है।',
  refused: 'इस शेयर को मना कर दिया गया।',
  refusedWhy: (reason) => `लोगों को मिलाने वाला सर्वर कहता है: “${reason}”। इस साइट को चलाने वाले से पूछें।`,
  membersOnly: 'यह साइट सिर्फ़ सदस्यों के लिए है।',
  membersOnlyDetail: 'निमंत्रण लिंक माँगें और उसे यहाँ खोलें।',
  siteSendsNothing: 'वेब सर्वर इसे अभी नहीं भेज रहा।',
  peopleOnceThere: (count) => `${number(count)} लोग होने पर यह दूसरे लोगों से कनेक्ट होगा।`,
  connectingTo: (count) => `${people(count)} से कनेक्ट हो रहा है।`,
  noConnection: (count) =>
    plural(count, {
      one: `${number(count)} व्यक्ति मौजूद है, पर यह पेज उस तक नहीं पहुँच पा रहा।`,
      other: `${number(count)} लोग मौजूद हैं, पर यह पेज उन तक नहीं पहुँच पा रहा।`,
    }),
  looking: 'दूसरों को ढूँढ रहे हैं।',
  wayOut: {
    'no-addresses': 'किसी एक्सटेंशन या नीति ने WebRTC बंद कर दिया है। इस साइट के लिए उसे चालू करें, या दूसरा ब्राउज़र लें।',
    'no-udp': 'फ़ायरवॉल या VPN कनेक्शन (UDP) रोक रहा है। VPN बंद करें, या दूसरा नेटवर्क आज़माएँ, जैसे फ़ोन का हॉटस्पॉट।',
    'no-relay':
      'कोई सीधा रास्ता नहीं है और इस साइट का रिले जवाब नहीं दे रहा। दूसरा नेटवर्क अक्सर मदद करता है, यहाँ या वहाँ।',
    relay: 'आपका कनेक्शन ठीक है। शायद वे अभी चले गए, या उनका नेटवर्क कुछ आने नहीं देता। कोशिश जारी है।',
    open: 'आपका कनेक्शन ठीक है, पर बीच में फ़ायरवॉल, VPN या सख़्त नेटवर्क है और इस साइट के पास रिले नहीं है। दूसरा नेटवर्क मदद करता है, यहाँ या वहाँ। कोशिश जारी है।',
    unknown: 'शायद फ़ायरवॉल या VPN रास्ते में है। दूसरा नेटवर्क अक्सर मदद करता है, यहाँ या वहाँ। कोशिश जारी है।',
  },

  haveIt: (count) =>
    plural(count, {
      one: `${number(count)} व्यक्ति के पास यह है।`,
      other: `${number(count)} लोगों के पास यह है।`,
    }),
  siteHasIt: (site) => `${site} के पास यह है।`,
  haveParts: (count) =>
    plural(count, {
      one: `${number(count)} व्यक्ति के पास इसके हिस्से हैं।`,
      other: `${number(count)} लोगों के पास इसके हिस्से हैं।`,
    }),
  tooLittleMemory: (most) =>
    `निजी विंडो के लिए यह बहुत बड़ा है, जिसमें ज़्यादा से ज़्यादा ${most} आता है। लिंक सामान्य विंडो में खोलें।`,
  inMemory: (most) =>
    `यह ब्राउज़र पेज बंद होने तक डाउनलोड को मेमोरी में रखता है, ज़्यादा से ज़्यादा ${most}। जो रखना है, उसे सहेज लें।`,
}

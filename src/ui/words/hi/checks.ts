import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, { one: `${number(count)} व्यक्ति`, other: `${number(count)} लोग` })

const answeredOf = (answered: number, offered: number) =>
  `${number(offered)} में से ${number(answered)} प्रस्तावों का जवाब आया`

export const checks: DoctorWords['checks'] = {
  rows: {
    site: 'साइट',
    tracker: 'ट्रैकर',
    clock: 'घड़ी',
    webRtc: 'WebRTC',
    wayOut: 'बाहर का रास्ता',
    router: 'राउटर',
    relay: 'रिले',
    disk: 'डिस्क',
    others: 'दूसरे लोग',
    connections: 'कनेक्शन',
    having: 'उनके पास क्या है',
    limits: 'आपकी सीमाएँ',
  },
  notLookedAt: 'नहीं देखा गया',
  looking: 'देख रहे हैं',
  answers: 'जवाब आता है',
  silent: 'जवाब नहीं आता',
  offline: 'यह डिवाइस ऑफ़लाइन है',
  siteError: (status) => `जवाब में त्रुटि आती है (${status})`,
  noWebSocket: 'कोई WebSocket नहीं पहुँचता',
  membersOnly: 'सिर्फ़ सदस्यों के लिए',
  clockRight: 'सही',
  clockAhead: (time) => `${time} आगे`,
  clockBehind: (time) => `${time} पीछे`,
  there: 'मौजूद',
  switchedOff: 'बंद',
  nobodyAsked: 'बाहर किसी से नहीं पूछा गया',
  noAddress: 'ब्राउज़र कोई पता नहीं बताता',
  noUdp: 'UDP का जवाब नहीं आता',
  udp: 'UDP का जवाब आता है',
  symmetric: 'हर कनेक्शन के लिए अलग पता (सिमेट्रिक NAT)',
  nothingUnusual: 'कुछ असामान्य नहीं दिखा',
  noRelay: 'इस साइट के पास नहीं है',
  connected: (count) => `${people(count)} कनेक्टेड`,
  known: (count) => `${people(count)} मालूम`,
  nobody: 'कोई नहीं',
  notKnown: 'मालूम नहीं',
  noneTried: 'कोई कोशिश नहीं',
  answered: (answered, offered) => answeredOf(answered, offered),
  answeredNoPath: (answered, offered) => `${answeredOf(answered, offered)}; कोई रास्ता नहीं मिला (ICE)`,
  answeredNoHandshake: (answered, offered) => `${answeredOf(answered, offered)}; हैंडशेक नहीं हुआ (DTLS)`,
  nothingMissing: 'जो यहाँ बाकी है, उसमें से कुछ नहीं',
  notOurTurn: 'जो बाकी है वह है, पर हमारी बारी नहीं आई',
  enough: 'काफ़ी',
  paused: 'रुका हुआ',
  noPeople: 'कोई दूसरे लोग नहीं',
  nobodyBefore: (wanted) => `${number(wanted)} लोग होने से पहले कोई नहीं`,
  relayUsedUp: 'आज रिले से और कुछ नहीं',
  dayOver: 'आज और कुछ नहीं भेजा जाएगा',
  ratioReached: 'सीमा जितना भेजा जा चुका',
  noLimits: 'कोई रुकावट नहीं',
  seeAbove: 'ऊपर देखें',
  room: (size) => `${size} और की जगह`,
  /** Lines of the report: state and situation are words of the program. */
  reportShare: (state, situation) => `शेयर: ${state}, ${situation}`,
  reportBrowser: (browser) => `ब्राउज़र: ${browser}`,
  reportTime: (time) => `समय: ${time}`,
}

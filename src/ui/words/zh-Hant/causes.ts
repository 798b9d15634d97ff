import type { DoctorWords } from '../areas.ts'
import { number } from './speech.ts'

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: '繼續',
    retry: '再試一次',
    connectToPeople: '與其他人連線',
    connectToAnybody: '不限人數連線',
    liftDay: '取消每日限制',
  },
  moving: { sentence: '正在傳輸。', help: '沒有任何阻礙。' },
  paused: { sentence: '你暫停了這個分享。', help: '在你繼續之前，不會傳送或接收任何內容。' },
  asleep: {
    sentence: '這個頁面需要重新讀取這個分享的檔案。',
    help: '重新整理後，瀏覽器會忘記分享過哪些檔案。重新開啟或選擇同樣的檔案，原來的連結就能再用。',
  },
  noRoom: {
    sentence: (missing, room) => `空間不足：還差 ${missing}，而瀏覽器只剩 ${room}。`,
    help: '移除其他分享或清出磁碟空間，就會繼續。',
  },
  offline: {
    sentence: '這台裝置沒有連上網路。',
    help: '連上網路，一切就會自動繼續。',
  },
  siteAway: {
    sentence: '網站沒有回應。',
    help: '網站可能停機了，或是你的網路連不上它。這個頁面會繼續嘗試，已有的連線不受影響。',
  },
  siteError: {
    sentence: (status) => `網站傳回錯誤（${status}）。`,
    help: '只有網站管理者能修復。這個頁面會繼續嘗試。',
  },
  socketBlocked: {
    sentence: '你的網路能載入頁面，卻封鎖了讓人們找到彼此的連線。',
    help: '不支援 WebSocket 的 Proxy 或防毒軟體會這樣。請換一個網路，或請網路管理員對本站放行。',
  },
  trackerSilent: {
    sentence: '本站在線上，但沒有介紹任何人。',
    help: '它可能負載過重，或正要重新啟動。這個頁面會繼續嘗試；如果一直這樣，請告訴網站管理者。',
  },
  membersOnly: {
    sentence: '本站僅限會員，而這個瀏覽器還不是會員。',
    help: '請向人索取邀請：開啟邀請連結就成為會員。',
  },
  refused: {
    sentence: (reason) => `本站拒絕了此分享：「${reason}」。`,
    help: '請洽網站管理者。',
  },
  noWebRtc: {
    sentence: '瀏覽器之間靠 WebRTC 連線，而這個瀏覽器關閉了它。',
    help: '請為本站開啟，或換一個瀏覽器。',
  },
  noAddresses: {
    sentence: '瀏覽器沒有把任何位址告訴頁面，所以沒有人連得上。',
    help: '是與 WebRTC 有關的擴充功能或原則造成的。請為本站開啟，或換一個瀏覽器。',
  },
  noUdp: {
    sentence: '你的網路封鎖了人與人之間的連線（UDP）。',
    help: '被防火牆或 VPN 擋住了。請關閉 VPN，或換一個網路，例如手機熱點。',
  },
  stunSilent: {
    sentence: 'UDP 沒有任何回應：可能被你的網路封鎖，或是本站的 STUN 伺服器沒有運作。',
    help: '請換一個網路，例如手機熱點。如果還是這樣，請告訴網站管理者。',
  },
  peopleOff: {
    sentence: '你選擇不與其他人連線。',
    help: '缺少的內容只能來自他們。',
  },
  tooFew: {
    sentence: (wanted) => `有 ${number(wanted)} 人在場時，你才會與其他人連線。`,
    help: '這是在「速度限制」中設定的，或由發布者設定。',
  },
  alone: {
    sentence: '現在沒有其他人開啟。',
    help: '請傳連結給你的人，或收到你連結的人開啟。之後就會自動繼續。',
  },
  connecting: {
    sentence: '正在建立連線。',
    help: '需要幾秒鐘。到時還沒好，請再檢查一次。',
  },
  unanswered: {
    sentence: (others) => `應該有 ${number(others)} 人在，但沒有人回應。`,
    help: '他們可能剛離開，或是裝置休眠了。這個頁面會繼續詢問。',
  },
  noHandshake: {
    sentence: '找到了通往其他人的路徑，但傳送的內容在途中被更動了。',
    help: '會檢查封包的防火牆就會這樣，在你這邊或對方那邊。換個網路會有用。',
  },
  noRelay: {
    sentence: '無法直接連通其他人，而本站的中繼沒有回應。',
    help: '換個網路通常有用，你這邊或對方都行。如果一直這樣，請告訴網站管理者。',
  },
  relayRefuses: {
    sentence: '無法直接連通，而本站的中繼拒絕了你。',
    help: '請重新載入頁面。如果沒有用，請告訴網站管理者。',
  },
  symmetric: {
    sentence: '你的路由器給每個連線不同的位址，而本站沒有可繞過的中繼。',
    help: '請換一個網路，例如手機熱點，或請對方換一個。',
  },
  unreachable: {
    sentence: (others) => `有 ${number(others)} 人在，但沒有路徑可以連到。`,
    help: '你的連線沒有問題，多半是對方那邊的防火牆、VPN 或管制嚴格的網路。任何一方換個網路都有用。',
  },
  noData: {
    sentence: (peers) => `已連線的 ${number(peers)} 人都沒有這裡缺少的內容。`,
    help: '有其餘部分的人一上線，就會自動繼續。',
  },
  choked: {
    sentence: (peers) => `${number(peers)} 人有這個內容，但正忙著傳給別人。`,
    help: '很快就輪到你，通常不到一分鐘。有些人選擇不傳送。',
  },
  relayUsedUp: {
    sentence: '本站的中繼今天不再為你轉送資料。',
    help: '只能透過中繼連到其他人，而本站設有每日上限。明天會自動繼續；如果能直接連通，馬上就會繼續，換個網路通常可以。',
  },
  dayOver: {
    sentence: '今天的傳送量已達到你允許的上限。',
    help: '明天會自動繼續。',
  },
  ratioReached: {
    sentence: '這個分享的傳送量已達上限。',
    help: '限制在這個分享的「更多」裡。',
  },
  clock: {
    ahead: (time) => `這台裝置的時鐘快了 ${time}。`,
    behind: (time) => `這台裝置的時鐘慢了 ${time}。`,
    help: '其他一切正常。請開啟自動校時：偏差太大時，有些網站和中繼會拒絕連線。',
  },
  fineShare: {
    sentence: '這裡沒有任何阻礙。',
    help: '可能在等其他人；過一分鐘再檢查。',
  },
  finePage: {
    sentence: '這個頁面需要的一切都正常。',
    help: '如果某個分享停住了，請在那個分享裡檢查。',
  },
}

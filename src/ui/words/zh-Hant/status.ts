import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)} 人`

export const status: ShareWords['status'] = {
  hashing: '正在準備你的檔案。',
  hashingDetail: '準備好後連結就會出現。',
  asleep: '休眠中：這個頁面需要重新讀取檔案。',
  asleepUnfinished: '頁面關閉時檔案還沒準備完。按一下開啟檔案，就會重新開始。',
  asleepOneClick: '重新整理後，瀏覽器讀取檔案前會先詢問。按一下開啟檔案，原來的連結就能再用。',
  asleepChoose: '重新整理後，瀏覽器會忘記分享過哪些檔案。重新選擇或拖曳同樣的檔案，原來的連結就能再用。',
  leftOut: (names) => `${names} 沒有包含在內：瀏覽器無法讀取。`,

  nobodyHere: '有這個內容的人現在都不在線上。',
  startsByItself: '只要有人開啟，就會自動開始。請傳連結給你的人再開啟一次頁面。',
  nobodyStartsByItself:
    '有這個內容的人現在都不在線上。只要有人開啟，就會自動開始。請傳連結給你的人再開啟一次頁面。',
  othersWait: (count) => `已連線 ${number(count)} 人，他們也在等。`,
  startsWithOwner: '有這個內容的人一上線，就會自動開始。',
  onlyPeopleKnow: '只有其他人能告訴你這是什麼。',
  youChoseNobody: '你選擇不與任何人連線。在「速度限制」中允許後就會繼續。',
  asking: '正在詢問這是什麼。',
  lookingForIt: '正在尋找有這個內容的人。',
  linkSays: '連結上是這麼寫的。',
  linkSaysSize: (size) => `${size}（連結上寫的）。`,
  waitingForSize: (size) => `正在等待 ${size}。`,
  waitingForName: (name) => `正在等待「${name}」。`,
  waitingForBoth: (name, size) => `正在等待「${name}」，${size}。`,

  soFar: (percent) => `已收到並保留 ${percent}。`,
  goesOn: '只要有人開啟，就會自動繼續。',
  nobodyHasRest: (count) => `已連線 ${people(count)}，但沒有人有這裡缺少的部分。`,
  waitsForTurn: (count) => `已連線 ${people(count)}，正在排隊。`,
  waitsForTurnDetail: '他們正忙著傳給別人。通常不到一分鐘就好。',
  downloadingFromPeople: (count) => `正在從 ${people(count)}那裡下載。`,
  downloadingFromSite: (site) => `正在從 ${site} 下載。`,
  downloadingFromBoth: (count, site) => `正在從 ${people(count)}和 ${site} 下載。`,
  aboutToStart: '即將開始。',

  allHere: '全部到齊了。',
  allHereNobody: '你選擇不與其他人連線，所以不會傳給任何人。',
  connectedGoOn: '已經連線的人會繼續。',
  sentEnough: '傳送量已達上限，不再傳送。',
  heldInMemory: '內容暫存在記憶體裡：請在關閉前儲存需要的部分。',
  othersHave: (count) => `另有 ${number(count)} 人擁有。`,
  othersHaveAndFetch: (have, fetching) => `另有 ${number(have)} 人擁有，${number(fetching)} 人正在下載。`,
  mayClose: '你可以關閉這個頁面了。繼續開著能幫助其他人。',
  downloadingIt: (count) => `${number(count)} 人正在下載。`,
  mayCloseOnceDone: () => '等有一個人下載完，你就可以關閉頁面。',
  lookingAtIt: (count) => `${number(count)} 人正在看。`,
  onlyYou: '請讓頁面保持開啟：只有你有這個內容。',
  sendTheLink: '把連結傳給需要的人。只要有一個擁有內容的人開著頁面，連結就有效。',

  paused: '已暫停。',
  pausedAt: (percent) => `已暫停，進度 ${percent}。`,
  wentWrong: '出了點問題。',

  connecting: '正在連線。',
  cannotLook: '這個網站沒有回應。',
  cannotLookNow: '正在重試。你有連上網路嗎？',
  cannotLookFor: (seconds) => `${number(seconds)} 秒後重試。你有連上網路嗎？`,
  relayUsedUp: '本站的中繼今天不再為你轉送資料。',
  relayUsedUpDetail:
    '只能透過中繼連到其他人，而本站設有每日上限。明天會自動繼續；如果能直接連通，馬上就會繼續，換個網路通常可以。',
  refused: '這個分享被拒絕了。',
  refusedWhy: (reason) => `負責牽線的伺服器說：「${reason}」。請洽網站管理者。`,
  membersOnly: '本站僅限會員。',
  membersOnlyDetail: '請向人索取邀請：開啟邀請連結就成為會員，接著會自動繼續。',
  siteSendsNothing: '網頁伺服器目前沒有傳送。',
  peopleOff: '你選擇不與其他人連線：可以在「速度限制」中允許。',
  peopleOnceThere: (count) => `有 ${number(count)} 人在場時才會與其他人連線。`,
  connectingTo: (count) => `正在與 ${people(count)}連線。`,
  noConnection: (count) => `有 ${number(count)} 人在，但這個頁面連不上他們。`,
  looking: '正在尋找其他人。',
  wayOut: {
    'no-addresses':
      '瀏覽器不讓這個頁面與任何人連線：擴充功能或原則關閉了 WebRTC。請為本站開啟，或換一個瀏覽器。',
    'no-udp':
      '你的網路封鎖了人與人之間的連線（UDP）：被防火牆或 VPN 擋住了。請關閉 VPN，或換一個網路，例如手機熱點；這個頁面會繼續嘗試。',
    'no-relay':
      '無法直接連通，而本站的中繼沒有回應。換個網路通常有用，你這邊或對方都行；這個頁面會繼續嘗試。如果一直這樣，請告訴網站管理者。',
    relay: '你的連線沒有問題，中繼也可用。對方可能剛離開，或者他們的網路什麼都不放行；這個頁面會繼續嘗試。',
    open: '你的連線沒有問題，但你們之間隔著防火牆、VPN 或管制嚴格的網路，而本站沒有可繞過的中繼。換個網路會有用，你這邊或對方都行；這個頁面會繼續嘗試。',
    unknown:
      '可能被防火牆、VPN 或管制嚴格的公司網路擋住了，在你這邊或對方那邊。換個網路通常有用；這個頁面會繼續嘗試。',
  },

  haveIt: (count) => `${number(count)} 人擁有。`,
  siteHasIt: (site) => `${site} 有這個內容。`,
  haveParts: (count) => `${number(count)} 人有其中一部分。`,
  tooLittleMemory: (most) =>
    `瀏覽器沒有給這個頁面磁碟空間，記憶體最多只能放 ${most}，不夠用。請在一般視窗或其他瀏覽器中開啟連結。`,
  inMemory: (most) =>
    `瀏覽器沒有給這個頁面磁碟空間：下載的內容會放在記憶體裡，最多 ${most}，關閉頁面就沒了。請儲存需要的內容。`,
}

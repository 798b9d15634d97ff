import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) => `파일 ${number(count)}개, ${size}`,

  sealed: '봉인됨: 전체 링크가 있는 사람만 볼 수 있어요.',
  sealedWithoutKey:
    '이 공유는 봉인되어 있는데 열쇠(링크 끝의 “&key=”부터)가 없어요. 보낸 사람에게 전체 링크를 달라고 하세요.',
  asksPassword: '이 공유에는 비밀번호가 있어요. 링크를 보낸 사람에게 물어보세요.',
  password: '비밀번호',
  openIt: '열기',
  endsOn: (moment) => `${moment}에 끝나요.`,
  sealAnew: '봉인하면 다른 공유가 되고 링크도 바뀌어요.',
  endedMine: '정해 둔 기한이 지났어요. 내 파일은 그대로 남아요. 다시 공유하면 새 링크가 생겨요.',
  toStart: '첫 페이지로',
  name: '이름',
  youSendToo: '이 페이지가 열려 있는 동안 다른 사람들도 나에게서 받을 수 있어요.',
  doneSaved: '완료했어요. 저장했어요.',
  doneHere: '완료했어요. 모두 받았어요.',
  received: (percent, size) => `${size} 중 ${percent}`,
  timeLeft: (time) => `${time} 남음`,
  screenStaysOn: '화면을 켜 두는 중',
  percentDone: (tens) => `${number(tens)}퍼센트 완료`,

  download: '다운로드',
  resume: '계속',
  pause: '일시정지',
  openFiles: '파일 열기',
  remove: '제거',
  save: '저장',
  chooseAgain: {
    file: '파일 다시 선택',
    files: '파일 다시 선택',
    folder: '폴더 다시 선택',
  },
  keepCopy: '브라우저에 사본 보관',
  keepingCopy: (percent) => `사본 보관 중: ${percent}`,
  copyKept: '브라우저에 사본이 있어요',
  whyACopy: '새로고침해도 파일을 다시 묻지 않고, 링크가 바로 다시 작동해요.',
  tellMe: { here: '누가 오면 알림', done: '완료되면 알림' },
  mayNotTell:
    '브라우저가 이 페이지의 알림을 막고 있어요. 브라우저 설정에서 이 사이트의 알림을 허용한 뒤 다시 시도하세요.',
  told: {
    ownerHere: '가지고 있는 사람이 왔어요.',
    allHere: '모두 받았어요.',
    linkReady: '링크가 준비됐어요.',
    opened: '누군가 열었어요.',
    sent: '누군가 모두 받았어요.',
  },

  removeNamed: (name) => `“${name}” 항목을 제거할까요?`,
  removeMany: (count) => `공유 ${number(count)}개를 제거할까요?`,
  removeMine: '링크가 여기서는 더 이상 작동하지 않아요. 내 파일은 그대로 남아요.',
  removeManyMine: '링크들이 여기서는 더 이상 작동하지 않아요. 내 파일은 그대로 남아요.',
  removeTheirs:
    '다른 사람에게서 온 것을 더 이상 주고받지 않고, 이 페이지의 사본을 삭제해요. 디스크에 저장한 것은 남아요.',
  removeAndDelete: '제거하고 데이터 삭제',
  keepIt: '유지',
  keepThem: '유지',
  notRemoved: (name, why) => `“${name}” 항목을 제거하지 못했어요. ${why}`,

  shareLink: '공유 링크',
  copyLink: '링크 복사',
  copyTheLink: '링크 복사',
  copyLinkTo: (name) => `${name} 링크 복사`,
  mayNotCopyLink: '브라우저가 이 페이지의 복사를 막고 있어요. 링크는 아래 “링크와 파일”에 있어요.',
  qrCode: 'QR 코드',
  qrCodeOfLink: '공유 링크의 QR 코드',
  qrHint: '휴대폰 카메라로 비추면 휴대폰에서 열려요.',
  sendOn: '보내기…',

  people: '사람들',
  somebody: '누군가',
  unknownProgram: '알 수 없는 프로그램',
  hasIt: '모두 있음',
  looks: '보는 중',
  percentAndLeft: (percent, time) => `${percent}, ${time} 남음`,
  andMore: (count) => `외 ${number(count)}명`,
  whatOthersCallYou: '다른 사람에게 보이는 이름',
  aNameIfYouLike: '이름(선택)',
  youAnd: (count) => `나와 ${number(count)}명.`,
  youAndBusiest: (count, most) => `나와 ${number(count)}명. 가장 활발한 ${number(most)}명을 보여 드려요.`,
  receivedAndSent: (received, sent) => `페이지를 연 뒤 ${received} 받고 ${sent} 보냈어요.`,
  youReceive: (rate) => `받기 ${rate}`,
  youSend: (rate) => `보내기 ${rate}`,
  rateAtMost: (rate) => `최고 ${rate}`,
  aMinuteAgo: '1분 전',
  now: '지금',
  sends: (rate) => `보내기 ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `다른 사람들에게서 ${people}, ${host}에서 ${site} 받았고, 다른 사람들에게 ${sent} 보냈어요.`,
  siteNotAsked: (host, why) => `지금은 ${host}에서 받지 않아요. ${why}`,

  eachMark: '표시 하나가 파일의 한 부분이에요.',
  partsHere: (count) => `${number(count)}개 부분이 모두 있어요.`,
  partsOf: (here, count) => `${number(count)}개 부분 중 ${number(here)}개가 있어요.`,
  partsOfAndComing: (here, count, coming) =>
    `${number(count)}개 부분 중 ${number(here)}개가 있고, ${number(coming)}개가 오는 중이에요.`,

  addressSeen: '이 링크를 연 사람은 내 IP 주소를 볼 수 있어요.',
  downloadAsks: (_count, trackers) =>
    `“다운로드”를 누르면 ${trackers}에도 누가 가지고 있는지 물어요. 그곳에서 내 주소를 알게 돼요.`,
  linkNames: (_count, trackers) =>
    `링크에 ${trackers}도 적혀 있어요. 가진 사람을 더 찾을 수도 있지만, 그곳에서 내 주소와 찾는 것을 알게 돼요.`,
  alwaysConnect: '항상 연결',
  copyNear: (hosts) =>
    `링크에 따르면 ${hosts}에 사본이 있어요. 내 네트워크나 이 기기에 있는 주소이니, 아는 곳일 때만 사용하세요.`,
  useThisCopy: '이 사본 사용',

  otherShares: '다른 공유',
  select: '선택',
  selectNamed: (name) => `${name} 선택`,
  selected: (count) => `공유 ${number(count)}개 선택됨`,
  withSelected: '선택한 공유로 할 일',
  all: '모두',
  none: '없음',
  findShare: '공유 찾기',
  sortShares: '공유 정렬',
  newestFirst: '최신순',
  byName: '이름순',
  largestFirst: '큰 것부터',
  noneNamed: (words) => `이름에 “${words}” 문구가 있는 공유가 없어요.`,
  notShown: (why) => `이 공유를 표시할 수 없어요. ${why}`,
  removeIt: '제거',
  linkAndFiles: '링크와 파일',
  link: '링크',
}

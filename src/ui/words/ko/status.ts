import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)}명`

export const status: ShareWords['status'] = {
  hashing: '파일을 준비하고 있어요.',
  hashingDetail: '준비가 끝나면 바로 링크가 나타나요.',
  asleep: '쉬는 중: 이 페이지에 파일이 다시 필요해요.',
  asleepUnfinished: '페이지가 닫힐 때 아직 준비되지 않았어요.',
  asleepOneClick: '링크는 그대로예요.',
  asleepChoose: '같은 파일을 선택하면 링크가 다시 작동해요.',
  leftOut: (names) => `빠진 파일: ${names}. 브라우저가 읽지 못했어요.`,

  nobodyHere: '가지고 있는 사람이 지금 온라인에 없어요.',
  startsByItself: '보낸 사람이 페이지를 다시 열면 시작돼요. 부탁해 보세요.',
  othersWait: (count) => `${number(count)}명과 연결됐고, 모두 기다리는 중이에요.`,
  startsWithOwner: '가지고 있는 사람이 온라인에 오면 저절로 시작돼요.',
  onlyPeopleKnow: '이것이 무엇인지는 다른 사람들만 알려 줄 수 있어요.',
  youChoseNobody: '“속도 제한”에서 허용하면 계속돼요.',
  asking: '무엇인지 물어보고 있어요.',
  lookingForIt: '가지고 있는 사람을 찾고 있어요.',
  linkSays: '링크에 적힌 내용이에요.',
  linkSaysSize: (size) => `링크에 따르면 ${size}예요.`,

  soFar: (percent) => `${percent}까지 받아 두었어요.`,
  goesOn: '누군가 열면 저절로 계속돼요.',
  nobodyHasRest: (count) => `${people(count)}과 연결됐지만, 부족한 부분을 가진 사람이 없어요.`,
  waitsForTurn: (count) => `${people(count)}과 연결됐고 차례를 기다리고 있어요.`,
  waitsForTurnDetail: '보통 1분도 걸리지 않아요.',
  downloadingFromPeople: (count) => `${people(count)}에게서 다운로드하고 있어요.`,
  downloadingFromSite: (site) => `${site}에서 다운로드하고 있어요.`,
  downloadingFromBoth: (count, site) => `${people(count)}과 ${site}에서 다운로드하고 있어요.`,
  aboutToStart: '곧 시작해요.',

  allHere: '모두 있어요.',
  channel: '라이브 채널이에요.',
  channelDetail: '만들어지는 대로 재생돼요. 아무것도 남지 않아요.',
  connectedGoOn: '이미 연결된 사람들은 계속돼요.',
  sentEnough: '한도만큼 보내서 더 보내지 않아요.',
  heldInMemory: '메모리에만 있어요. 먼저 저장하세요.',
  othersHave: (count) => `다른 ${number(count)}명이 가지고 있어요.`,
  othersHaveAndFetch: (have, fetching) =>
    `다른 ${number(have)}명이 가지고 있고, ${number(fetching)}명이 다운로드하고 있어요.`,
  mayClose: '이 페이지를 닫아도 돼요. 열어 두면 다른 사람들에게 도움이 돼요.',
  downloadingIt: (count) => `${number(count)}명이 다운로드하고 있어요.`,
  mayCloseOnceDone: () => '한 명이라도 다 받으면 이 페이지를 닫아도 돼요.',
  lookingAtIt: (count) => `${number(count)}명이 보고 있어요.`,
  onlyYou: '이 페이지를 열어 두세요. 가진 사람이 나뿐이에요.',
  sendTheLink: '링크를 보내세요.',

  paused: '일시정지했어요.',
  pausedAt: (percent) => `${percent}에서 일시정지했어요.`,
  wentWrong: '문제가 생겼어요.',

  connecting: '연결하고 있어요.',
  cannotLook: '이 사이트가 응답하지 않아요.',
  cannotLookNow: '다시 시도하고 있어요. 인터넷에 연결되어 있나요?',
  cannotLookFor: (seconds) => `${number(seconds)}초 후 다시 시도해요. 인터넷에 연결되어 있나요?`,
  relayUsedUp: '이 사이트의 중계 서버는 오늘 더 이상 데이터를 전달하지 않아요.',
  relayUsedUpDetail: '내일 또는 직접 연결되는 길이 생기면 계속돼요. 다른 네트워크에는 있는 경우가 많아요.',
  refused: '이 공유가 거부됐어요.',
  refusedWhy: (reason) => `사람들을 이어 주는 서버의 답: “${reason}”. 사이트 운영자에게 문의하세요.`,
  membersOnly: '이 사이트는 회원 전용이에요.',
  membersOnlyDetail: '초대 링크를 받아 여기서 여세요.',
  siteSendsNothing: '지금은 웹 서버가 보내지 않아요.',
  peopleOnceThere: (count) => `${number(count)}명이 모이면 다른 사람과 연결해요.`,
  connectingTo: (count) => `${people(count)}과 연결하고 있어요.`,
  noConnection: (count) => `${number(count)}명이 있지만 이 페이지에서 연결할 수 없어요.`,
  looking: '다른 사람을 찾고 있어요.',
  wayOut: {
    'no-addresses':
      '확장 프로그램이나 정책이 WebRTC를 껐어요. 이 사이트에 허용하거나 다른 브라우저를 쓰세요.',
    'no-udp':
      '방화벽이나 VPN이 연결(UDP)을 막고 있어요. VPN을 끄거나 휴대폰 핫스팟 같은 다른 네트워크를 써 보세요.',
    'no-relay':
      '직접 연결되는 길이 없고, 이 사이트의 중계도 응답하지 않아요. 어느 쪽이든 다른 네트워크가 도움이 되곤 해요.',
    relay:
      '내 연결은 괜찮아요. 상대가 방금 나갔거나, 상대 네트워크가 막고 있을 수 있어요. 계속 시도하고 있어요.',
    open: '내 연결은 괜찮지만 중간에 방화벽, VPN 또는 제한된 네트워크가 있고, 이 사이트에는 중계가 없어요. 어느 쪽이든 다른 네트워크가 도움이 돼요. 계속 시도하고 있어요.',
    unknown:
      '방화벽이나 VPN이 막고 있을 수 있어요. 어느 쪽이든 다른 네트워크가 도움이 되곤 해요. 계속 시도하고 있어요.',
  },

  haveIt: (count) => `${number(count)}명이 가지고 있어요.`,
  siteHasIt: (site) => `${site}에 있어요.`,
  haveParts: (count) => `${number(count)}명이 일부를 가지고 있어요.`,
  tooLittleMemory: (most) =>
    `시크릿 창에는 너무 커요. 최대 ${most}까지 담을 수 있어요. 일반 창에서 링크를 여세요.`,
  inMemory: (most) =>
    `이 브라우저는 페이지를 닫을 때까지 다운로드를 메모리에 둬요. 최대 ${most}. 간직할 것은 저장하세요.`,
}

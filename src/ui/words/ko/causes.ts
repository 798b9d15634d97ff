import type { DoctorWords } from '../areas.ts'
import { number } from './speech.ts'

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: '계속',
    retry: '다시 시도',
    connectToPeople: '사람들과 연결',
    connectToAnybody: '인원과 상관없이 연결',
    liftDay: '하루 한도 없이 보내기',
  },
  moving: { sentence: '지금 전송하고 있어요.', help: '막는 것이 없어요.' },
  paused: {
    sentence: '이 공유를 일시정지했어요.',
    help: '계속하기 전까지 아무것도 보내거나 받지 않아요.',
  },
  asleep: {
    sentence: '이 페이지에 이 공유의 파일이 다시 필요해요.',
    help: '새로고침하면 브라우저가 어떤 파일을 공유했는지 잊어버려요. 같은 파일을 열거나 선택하면 같은 링크가 다시 작동해요.',
  },
  noRoom: {
    sentence: (missing, room) => `공간이 부족해요. ${missing} 더 필요한데, 브라우저에는 ${room} 남았어요.`,
    help: '다른 공유를 제거하거나 디스크 공간을 비우면 계속돼요.',
  },
  offline: {
    sentence: '이 기기가 오프라인이에요.',
    help: '네트워크에 연결하면 모두 저절로 계속돼요.',
  },
  siteAway: {
    sentence: '사이트가 응답하지 않아요.',
    help: '사이트가 멈췄거나 네트워크가 막고 있을 수 있어요. 이 페이지는 계속 시도하고, 이미 연결된 사람과는 계속 이어져요.',
  },
  siteError: {
    sentence: (status) => `사이트가 오류로 응답했어요(${status}).`,
    help: '사이트 운영자만 고칠 수 있어요. 이 페이지는 계속 시도해요.',
  },
  socketBlocked: {
    sentence: '네트워크에서 페이지는 열리지만, 사람들이 서로를 찾는 연결은 막혀 있어요.',
    help: 'WebSocket을 모르는 프록시나 백신 프로그램 때문이에요. 다른 네트워크를 쓰거나, 네트워크 관리자에게 이 사이트를 허용해 달라고 하세요.',
  },
  trackerSilent: {
    sentence: '이 사이트는 켜져 있지만 아무도 소개하지 않아요.',
    help: '과부하이거나 곧 다시 시작할 수 있어요. 이 페이지는 계속 시도해요. 계속 이러면 사이트 운영자에게 알려 주세요.',
  },
  membersOnly: {
    sentence: '이 사이트는 회원 전용인데, 이 브라우저는 회원이 아니에요.',
    help: '초대를 받으세요. 초대 링크를 열면 회원이 돼요.',
  },
  refused: {
    sentence: (reason) => `이 사이트가 이 공유를 거부했어요: “${reason}”.`,
    help: '사이트 운영자에게 문의하세요.',
  },
  noWebRtc: {
    sentence: '브라우저끼리 연결하는 WebRTC가 이 브라우저에서 꺼져 있어요.',
    help: '이 사이트에 허용하거나 다른 브라우저를 사용하세요.',
  },
  noAddresses: {
    sentence: '브라우저가 페이지에 주소를 하나도 알려 주지 않아서 아무도 연결할 수 없어요.',
    help: 'WebRTC 관련 확장 프로그램이나 정책 때문이에요. 이 사이트에 허용하거나 다른 브라우저를 사용하세요.',
  },
  noUdp: {
    sentence: '네트워크가 사람들을 잇는 통신(UDP)을 막고 있어요.',
    help: '방화벽이나 VPN 때문이에요. VPN을 끄거나 휴대폰 핫스팟 같은 다른 네트워크를 사용하세요.',
  },
  stunSilent: {
    sentence: 'UDP에 아무 응답이 없어요. 네트워크가 막고 있거나 이 사이트의 STUN 서버가 꺼져 있어요.',
    help: '휴대폰 핫스팟 같은 다른 네트워크를 써 보세요. 거기서도 같으면 사이트 운영자에게 알려 주세요.',
  },
  peopleOff: {
    sentence: '다른 사람과 연결하지 않기로 했어요.',
    help: '부족한 부분은 다른 사람에게서만 받을 수 있어요.',
  },
  tooFew: {
    sentence: (wanted) => `${number(wanted)}명이 모여야 다른 사람과 연결해요.`,
    help: '“속도 제한”에서, 또는 게시자가 그렇게 설정했어요.',
  },
  alone: {
    sentence: '지금 열어 둔 다른 사람이 없어요.',
    help: '링크를 보낸 사람이나 내가 보낸 사람에게 열어 달라고 하세요. 그러면 저절로 계속돼요.',
  },
  connecting: {
    sentence: '지금 연결하고 있어요.',
    help: '몇 초 걸려요. 그래도 안 되면 다시 살펴보세요.',
  },
  unanswered: {
    sentence: (others) => `${number(others)}명이 있을 텐데 아무도 응답하지 않아요.`,
    help: '방금 나갔거나 기기가 잠들었을 수 있어요. 이 페이지는 계속 물어봐요.',
  },
  noHandshake: {
    sentence: '다른 사람에게 가는 길은 찾았지만, 보낸 것이 그대로 도착하지 않아요.',
    help: '이쪽이나 상대 쪽에서 패킷을 들여다보는 방화벽 때문이에요. 네트워크를 바꾸면 도움이 돼요.',
  },
  noRelay: {
    sentence: '다른 사람에게 직접 가는 길이 없고, 이 사이트의 중계 서버도 응답하지 않아요.',
    help: '어느 한쪽이 네트워크를 바꾸면 되는 경우가 많아요. 계속 이러면 사이트 운영자에게 알려 주세요.',
  },
  relayRefuses: {
    sentence: '직접 가는 길이 없고, 이 사이트의 중계 서버도 거절했어요.',
    help: '페이지를 새로고침하세요. 그래도 안 되면 사이트 운영자에게 알려 주세요.',
  },
  symmetric: {
    sentence: '공유기가 연결마다 다른 주소를 주는데, 이 사이트에는 돌아갈 중계 서버가 없어요.',
    help: '휴대폰 핫스팟 같은 다른 네트워크를 쓰거나 상대에게 바꿔 달라고 하세요.',
  },
  unreachable: {
    sentence: (others) => `${number(others)}명이 있지만 연결할 길이 없어요.`,
    help: '내 연결은 정상이니 상대 쪽의 방화벽이나 VPN, 엄격한 네트워크 때문일 거예요. 어느 한쪽이 네트워크를 바꾸면 도움이 돼요.',
  },
  noData: {
    sentence: (peers) => `연결된 ${number(peers)}명 중 부족한 부분을 가진 사람이 없어요.`,
    help: '나머지를 가진 사람이 온라인에 오면 저절로 계속돼요.',
  },
  choked: {
    sentence: (peers) => `${number(peers)}명이 가지고 있지만, 다른 사람에게 보내느라 바빠요.`,
    help: '곧 차례가 와요. 보통 1분 안이에요. 아무것도 보내지 않기로 한 사람도 있어요.',
  },
  relayUsedUp: {
    sentence: '이 사이트의 중계 서버는 오늘 더 이상 데이터를 전달하지 않아요.',
    help: '다른 사람에게는 중계 서버로만 닿을 수 있고, 사이트에 하루 한도가 있어요. 내일 저절로 계속돼요. 직접 가는 길이 있으면 바로 계속되는데, 다른 네트워크라면 되는 경우가 많아요.',
  },
  dayOver: {
    sentence: '오늘은 허용한 만큼 모두 보냈어요.',
    help: '내일 저절로 계속돼요.',
  },
  ratioReached: {
    sentence: '이 공유는 한도만큼 보냈어요.',
    help: '한도는 이 공유의 “더보기”에 있어요.',
  },
  clock: {
    ahead: (time) => `이 기기의 시계가 ${time} 빨라요.`,
    behind: (time) => `이 기기의 시계가 ${time} 느려요.`,
    help: '나머지는 모두 정상이에요. 시각을 자동으로 맞추게 하세요. 이만큼 어긋나면 거부하는 사이트와 중계 서버가 있어요.',
  },
  fineShare: {
    sentence: '여기에는 막는 것이 없어요.',
    help: '다른 사람을 기다리는 중일 수 있어요. 1분 뒤에 다시 살펴보세요.',
  },
  finePage: {
    sentence: '이 페이지에 필요한 것은 모두 작동해요.',
    help: '멈춘 공유가 있으면 그 공유에서 살펴보세요.',
  },
}

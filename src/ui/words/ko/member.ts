import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: '더 이상 이 사이트의 회원이 아니에요. 사이트 운영자에게 초대를 부탁하세요.',
  isOne: '이 사이트의 회원이에요.',
  sums: (sent, received) => `${sent} 보내고 ${received} 받았어요.`,
  sumsAndRatio: (sent, received, ratio) => `${sent} 보내고 ${received} 받았어요. 공유 비율 ${ratio}.`,
  yourAddress: '내 어나운스 주소',
  yourAddressWhy:
    '다른 프로그램이나 다른 브라우저에서 회원이 될 때 써요. 그곳에서 이 페이지에 붙여 넣으세요. 혼자만 간직하세요. 이 주소를 가진 사람은 나로 여겨져요.',
  keptForYou: '온라인 유지 중인 내 공유',
  notKept: '보관 안 됨',
  keptWaiting: '대기 중',
  keptUntil: (day) => `${day}까지`,
  deleteCopy: '사본 삭제',
  keeperProblems: {
    quota: '보관할 수 있는 만큼 다 썼어요. 먼저 다른 것을 거둬들이세요.',
    full: '사이트 서버의 보관 공간이 가득 찼어요. 나중에 다시 시도하세요.',
    often: '사이트 서버에 요청이 너무 많았어요. 1분 뒤에 다시 시도하세요.',
    members: '사이트 서버는 회원의 공유만 보관해요.',
    refused: '이 사이트는 서버에 이것을 보관하도록 허용하지 않아요.',
    down: '사이트 서버가 지금은 아무것도 보관하지 않아요. 나중에 다시 시도하세요.',
    gone: '더 이상 보관되지 않아요.',
    unreachable: '사이트가 응답하지 않았어요. 다시 시도하세요.',
  },
}

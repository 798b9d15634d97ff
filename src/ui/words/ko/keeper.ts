import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: '온라인 유지',
  keepOnline: '온라인 유지',
  askBridge: '이 사이트에 가져오도록 요청',
  bridgeOffer:
    '여기에는 가진 사람이 없어요. 사이트 서버가 일반 BitTorrent 사용자에게서 찾아, 받는 대로 전해 줘요.',
  deleteCopy: '서버 사본 삭제',
  progress: '사이트 서버가 받은 양',
  offer: (days) => `사이트가 사본을 ${number(days)}일 동안 보관해요.`,
  tooLarge: (most) => `사이트 서버에 보관하기에는 너무 커요. 최대 ${most}까지 돼요.`,
  looking: '사이트 서버가 가지고 있는 사람을 찾고 있어요. 서버가 모두 받을 때까지 이 페이지를 열어 두세요.',
  fetching: (percent) => `사이트 서버가 ${percent} 받았어요. 모두 받을 때까지 이 페이지를 열어 두세요.`,
  kept: (day) => `이 페이지를 닫아도 돼요. 사이트 서버가 ${day}까지 사본을 보관해요.`,
  gone: '사이트 서버에 이제 사본이 없어요.',
  failures: {
    'too-large': '사이트 서버가 보관하지 않았어요. 허용된 크기보다 커요.',
    'no-room': '사이트 서버가 보관하지 않았어요. 남은 공간이 모두 다른 사람 몫이에요.',
    evicted: '사이트 서버가 더 이상 보관하지 않아요. 다른 사람에게 공간이 필요했어요.',
    'disk-full': '사이트 서버가 보관하지 못했어요. 서버의 디스크가 가득 찼어요.',
    incomplete: '사이트 서버가 제때 모두 받지 못해서, 받은 것을 삭제했어요.',
    refused: '이 사이트는 서버에 이것을 보관하도록 허용하지 않아요.',
    broken: '사이트 서버가 보관하지 못했어요. 다시 시도하세요.',
  },
}

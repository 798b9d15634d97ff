import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: '모든 공유에 함께, 지금부터 적용돼요.',
  sendAtMost: '보내기 한도',
  receiveAtMost: '받기 한도',
  megabytesASecond: 'MB/초',
  noLimit: '제한 없음',
  connectionsAtMost: '연결 수 한도',
  inAll: '합계',
  aNumber: '0보다 큰 숫자를 쓰거나 비워 두세요.',
  aWholeNumber: (least) => `${number(least)} 이상의 정수를 쓰거나 비워 두세요.`,
  stopForTheDay: '하루 보내기를 멈출 양',
  megabytes: 'MB',
  never: '안 함',
  connectToPeople: '다른 사람과 연결',
  whenever: '가진 사람이 있으면 언제나',
  whenPeople: (count) => `${number(count)}명 이상 있을 때`,
  connectWhy:
    '웹 서버에 사본이 있는 것에 적용돼요. “안 함”이면 서버에서만 받고, 다른 사람이 내 주소를 볼 수 없으며, 아무것도 보내지 않아요. 나머지는 모두 사람들에게서만 받아요.',
  contactAll: '링크에 적힌 서버에 묻지 않고 연결',
  onlyOnClick: '내가 클릭할 때만 연결',
  onlyOnClickWhy: '이 설정을 켜면 링크 페이지가 클릭을 기다린 뒤에 연결해요.',
  screenOn: '전송하는 동안 화면 켜 두기',
  screenIsOn: '전송 중이라 화면을 켜 두고 있어요.',
  gentle: '데이터 요금이 드는 회선 같아요. 따로 설정하기 전까지는 조금만 보내요.',
  ofThisShare: '이 공유의 제한',
  ofThisShareOn: '이 공유의 제한: 켜짐',
  stopAfter: '보내기를 멈출 양',
  timesItsSize: '배(크기 기준)',
}

import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: '더보기',
  privateReview: '비공개 리뷰',
  linkTells: '링크를 받은 사람에게 이름과 크기가 보여요',
  nameTrackers: (trackers) => `링크에 ${trackers}도 적기`,
  webCopy: '웹 서버의 사본 사용',
  webCopyAddress:
    '웹 서버에 있는 같은 파일의 주소예요. 다른 사람이 제때 보내지 못하는 부분을 링크를 연 사람이 거기서 받아요.',
  webCopySealed:
    '봉인된 파일을 저장해 웹 서버에 올리고 그 주소를 여기에 적으세요. 거기서도 링크가 없으면 읽을 수 없어요. 링크를 여는 사람은 다른 사람이 제때 보내지 못하는 부분을 거기서 받아요.',
  saveSealed: '봉인된 파일 저장',
  addWebCopy: 'HTTP 사본 추가',
  checking: '확인하는 중…',
  webCopyAdded: '사본이 맞고, 이제 링크에 적혔어요. 새 링크를 보내세요.',
  otherPrograms: '다른 프로그램용',
  magnetLink: 'magnet 링크',
  copyMagnet: 'magnet 복사',
  torrentFile: '.torrent 파일',
  details: '자세히',
  infoHash: '인포 해시',
  pieces: '조각',
  piecesOf: (count, size) => `${number(count)}개, 각 ${size}`,
  trackerCount: '트래커 집계',
  seedsAndLeechers: (seeds, leechers) =>
    `전체 보유 ${number(seeds)}, 미완료 ${number(leechers)}(이 페이지 포함)`,
  keptHere: '브라우저에 보관',
  sinceOpened: '페이지를 연 뒤',
  receivedAndSent: (received, sent) => `받음 ${received}, 보냄 ${sent}`,
  peers: '연결된 피어',
  program: '프로그램',
  way: '경로',
  relay: '중계',
  direct: '직접',
  has: '보유',
  youReceive: '받기',
  youSend: '보내기',
  peer: '피어',
}

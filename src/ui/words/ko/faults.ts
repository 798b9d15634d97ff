import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: '예상치 못한 문제가 생겼어요.',
  fileChanged: '이 공유의 파일이 바뀌거나 옮겨지거나 삭제됐어요.',
  fileDamaged: '이 공유의 파일이 공유할 때와 달라졌어요.',
  copyUnusable: (why) => `이 사본은 쓸 수 없어요. ${why}`,
  addressTooLarge: (host, most) =>
    `${host}에서 온 것이 ${most}보다 커서 .torrent 파일일 수 없어요. 주소가 맞나요?`,
  serverError: (status) => `서버의 답: 오류 ${status}.`,
  linksNotOpened: (count, of, why) => `링크 ${number(of)}개 중 ${number(count)}개를 열지 못했어요. ${why}`,

  plain: {
    'nothing-chosen': '먼저 파일을 하나 이상 선택하세요.',
    'file-incomplete': '이 파일은 아직 다 받지 못했어요.',
    'data-not-open': '이 공유의 데이터가 열려 있지 않아요.',
    'share-removed': '이 공유는 제거됐어요.',
    'engine-elsewhere': '다른 탭이 넘겨받았어요.',
    'files-not-opened':
      '브라우저가 파일을 열지 못했어요. 바뀌거나 옮겨졌거나 허용되지 않았어요. 다시 선택하세요.',
    'files-of-other-sizes': '이 공유의 파일이 아니에요. 크기가 달라요.',
    'password-wrong': '비밀번호가 아니에요. 대소문자를 구분해요.',
    'sealed-part-damaged': '일부가 봉인한 것과 달라요. 보낸 사람에게 다시 공유해 달라고 하세요.',
    'files-of-other-contents': '이 공유의 파일이 아니에요. 내용이 달라요.',
    'not-a-web-address': '웹 주소가 아니에요. 웹 주소는 https:// 또는 http:// 로 시작해요.',
    'share-not-ready': '공유가 아직 준비되지 않았어요.',
    'address-error': ({ host, status }) =>
      `${host}에서 .torrent 파일 대신 “${status}” 응답이 왔어요. 주소가 아직 맞나요?`,
    'address-silent': ({ host, seconds }) =>
      `${host}에서 ${number(seconds)}초 안에 응답이 없었어요. 다시 시도하거나, .torrent 파일을 다운로드해서 여기에 놓으세요.`,
    'address-unreachable': ({ host }) =>
      `이 페이지는 ${host}에서 가져올 수 없었어요. 사이트 대부분이 거부하거나(CORS) 오프라인이에요. .torrent 파일을 다운로드해서 여기에 놓으세요.`,
    'torrent-file-too-large': '.torrent 파일치고 너무 커요.',
    'site-silent': '사이트가 응답하지 않았어요. 인터넷에 연결되어 있나요?',
    'site-busy': '지금 사이트에 요청이 너무 많아요. 1분만 기다리세요.',
    'site-error': ({ status }) => `사이트가 오류로 응답했어요(${status}).`,
    'site-unclear': '사이트가 보낸 설정을 이 페이지가 이해하지 못해요.',
    'answer-unclear': '사이트가 보낸 답을 이 페이지가 이해하지 못해요.',
    'not-listed': '사이트가 볼 만한 것을 알려 주지 않았어요. 잠시 후 다시 시도하세요.',
    'not-published': '사이트가 이것을 게시하지 않거나, 게시를 끝냈어요.',
    'live-encrypted': '이 라이브는 암호화되어 있어 여기서 볼 수 없어요.',
    'server-silent': '서버가 응답하지 않았어요. 서버가 켜져 있고 인터넷에 연결되어 있나요?',
    'insecure-address':
      'Shoal에는 안전한 주소가 필요해요. https 로 열거나, 이 기기에서는 http://localhost 로 여세요.',
    'no-webrtc': '이 브라우저는 WebRTC를 지원하지 않거나 꺼져 있어서 다른 사람과 연결할 수 없어요.',
    'outdated-page':
      '이 브라우저에서 더 새로운 Shoal이 작동하고 있어요. 페이지를 새로고침하세요. 잃는 것은 없어요.',
    'engine-not-loaded':
      '파일을 옮기는 부분을 불러오지 못했어요. 연결을 확인하고 다시 시도하거나 페이지를 새로고침하세요.',
    'part-not-loaded':
      '필요한 부분을 불러오지 못했어요. 연결을 확인하고 다시 시도하거나 페이지를 새로고침하세요.',
    'no-worker-to-save':
      '이 브라우저에서는 페이지가 직접 다운로드를 쓸 수 없어요(비공개 창에서 흔해요). 파일을 하나씩 저장할 수는 있어요.',
    'no-worker-to-play':
      '이 브라우저에서는 받는 중인 것을 재생할 수 없어요(비공개 창에서 흔해요). 다 받으면 저장할 수 있어요.',
    'worker-silent-to-save': '브라우저가 쓰기를 맡은 부분을 시작하지 않았어요.',
    'worker-silent-to-play': '브라우저가 재생을 맡은 부분을 시작하지 않았어요.',
    'download-not-begun': '브라우저가 다운로드를 시작하지 않았어요.',
    'download-lost': '브라우저가 도중에 멈춰서 저장된 것이 완전하지 않아요. 다시 시도하세요.',
    'no-room-to-save': '디스크에 남은 공간이 없어요. 공간을 비우고 다시 시도하세요.',
    'place-refused': '브라우저가 그곳에 쓸 수 없어요. 다른 위치를 선택하세요.',
    'file-busy': '다른 프로그램이 그 파일을 열고 있어요. 닫거나 다른 이름을 쓰세요.',
    'source-changed': '바뀌거나 옮겨지거나 삭제된 파일이 있어요.',
    'source-gone': '그사이 파일이나 폴더가 옮겨지거나 삭제됐어요.',
    'no-hls': '이 브라우저는 여러 화질의 영상(HLS)을 재생할 수 없어요.',
    'film-broken': '영상의 일부를 읽거나 디코딩하지 못했어요.',
    'not-readable-now': '지금은 읽을 수 없어요.',
    'note-too-long': '메모 하나에 담기에는 너무 길어요. 줄이거나 둘로 나누세요.',
    'written-too-much': '여기에 쓸 수 있는 만큼 다 썼어요. 먼저 무언가 삭제하세요.',
    'thread-full':
      '이 대화가 가득 차서 답글이 보이지 않을 거예요. 새 메모를 쓰거나 내 답글을 몇 개 삭제하세요.',
    'review-full':
      '이 리뷰가 가득 찼어요. 메모가 아무에게도 전해지지 않아요. 내 메모를 몇 개 삭제하거나 비공개 리뷰를 시작하세요.',
    'review-full-of-people': ({ people }) =>
      `이 리뷰가 가득 찼어요. ${number(people)}명이 썼고, 메모가 아무에게도 전해지지 않아요. 누군가의 메모를 숨겨 자리를 만들거나 비공개 리뷰를 시작하세요.`,
    'reads-only': '읽기 전용 링크로 연 리뷰예요. 읽을 수는 있지만 쓸 수는 없어요.',
    'notes-taken-over': '다른 탭이 넘겨받았어요.',
    'author-forked': '이 작성자를 더 이상 아무도 믿지 않아요.',
    'notes-of-odd-ending':
      '파일 확장자가 .md, .csv, .vtt, .srt, .edl 중 하나가 아니라서 어떻게 읽을지 알 수 없어요.',
    'notes-too-large': '메모 목록치고 파일이 너무 커요.',
    'notes-not-text': '이 파일은 텍스트(UTF-8)가 아니에요. 텍스트로 저장해서 다시 시도하세요.',
    'notes-unreadable': ({ skipped }) =>
      `이 파일에는 메모로 읽을 수 있는 것이 없어요. ${number(skipped)}개 항목에 글이나 시간이 없었어요.`,
    'no-notes-in-it': '이 파일에는 메모가 없어요.',
    'notes-elsewhere': '메모는 지금 다른 탭에 있어요.',
  },

  intake: {
    'text-too-long': '링크치고 글이 너무 길어요.',
    'nothing-pasted': '아직 열 것이 없어요. 링크를 붙여 넣으세요.',
    'no-link': '링크나 magnet 링크, 인포 해시, .torrent 파일의 주소가 아니에요.',
    'hash-of-odd-length': ({ digits }) =>
      `인포 해시는 16진수 40자리인데 이것은 ${number(digits)}자리예요. 전부 복사했나요?`,
    'link-without-hash': '링크의 # 뒤가 손상됐어요. 전부 복사했나요?',
    'review-damaged': '링크 끝의 비공개 리뷰를 여는 부분이 손상됐어요. 전부 복사했나요?',
    'key-damaged': '링크 끝의 봉인을 여는 부분이 손상됐어요. 전부 복사했나요?',
    'address-damaged': '웹 주소가 손상됐어요. 전부 복사했나요?',
    'magnet-without-hash': '이 magnet 링크에 올바른 인포 해시(xt=urn:btih:…)가 없어요. 전부 복사했나요?',
    'link-of-version-2': 'BitTorrent 버전 2 전용 토렌트라서 아직 지원하지 않아요.',
  },

  origin: {
    'origin-unreachable': '이 페이지에서 연결할 수 없어요.',
    'origin-silent': '응답이 없거나 너무 느려요.',
    'origin-stopped': '도중에 멈췄어요.',
    'origin-error': ({ status }) => `오류로 응답했어요(${status}).`,
    'origin-lacks-file': '그곳에 파일이 없어요.',
    'origin-refuses': '그 파일을 모두에게 보내 주지는 않아요.',
    'origin-without-ranges': '파일의 일부만 보낼 수 없어요.',
    'origin-other-range': '요청한 것과 다른 부분을 보내요.',
    'origin-shorter': '파일이 더 짧아요.',
    'origin-other-size': '파일의 크기가 달라요.',
    'origin-differs': '내용이 이 공유와 달라요.',
    'origin-false': '공유한 것과 다른 것을 보내요.',
    'origin-by-http': 'http 로만 열리는데 이 페이지는 https 라서 브라우저가 거부해요.',
  },

  server: {
    'address-busy': '서버의 답: 내 주소에서 온 요청이 너무 많아요.',
    'database-busy': '서버의 답: 데이터베이스가 바빠요. 다시 시도하세요.',
    failed: '서버의 답: 실패했어요. 이유는 서버 로그에 있어요.',
    'host-unknown': '서버의 답: Host 헤더가 없거나 잘못됐어요.',
    'link-void':
      '서버의 답: 이 링크는 알 수 없거나 만료됐거나 이미 열렸어요. 서버에서 다른 링크를 출력할 수 있어요.',
    'no-data-folder': '서버의 답: 데이터 폴더가 없어요.',
    'no-such-invitation': '서버의 답: 그런 초대가 없어요.',
    'no-such-member': '서버의 답: 그런 회원이 없어요.',
    'no-such-token': '서버의 답: 그런 토큰이 없어요.',
    'not-an-admin': '이 브라우저는 더 이상 관리자가 아니에요.',
    'revoked-before': '서버의 답: 이 회원 자격은 취소됐어요.',
    'swarm-empty': '서버의 답: 이 스웜에 아무도 없어요.',
    'torrent-unknown': '서버의 답: 모르는 토렌트예요.',
  },
}

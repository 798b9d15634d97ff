import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '.torrent 파일이 아니거나 손상됐어요.',
  damaged: '손상됐어요.',
  'not-a-torrent': '.torrent 파일이 아니에요.',
  'torrent-too-large': '.torrent 파일치고 너무 커요.',
  'torrent-of-version-2': 'BitTorrent 버전 2 토렌트라서 아직 지원하지 않아요.',
  'torrent-of-no-tracker': '비공개 토렌트인데, 브라우저에서 연결할 수 있는 트래커가 없어요.',
  'torrent-takes-too-long': '읽는 데 너무 오래 걸려요.',
  'pieces-too-short': ({ length, least }) =>
    `조각의 길이가 ${number(length)}바이트로 ${number(least)}바이트(1 KiB)보다 짧아, 담은 내용보다 통신 비용이 더 커요.`,
  'pieces-too-long': ({ length, most }) =>
    `조각의 길이가 ${number(length)}바이트로 ${number(most)}바이트(64 MiB)보다 길어, 페이지의 메모리에 담을 수 없어요.`,
  'torrent-of-too-many-files': ({ most }) => `파일이 ${number(most)}개를 넘어요.`,
  'torrent-of-too-many-folders': '파일과 폴더가 너무 많아요.',
  'file-too-deep': ({ most }) => `폴더 깊이가 ${number(most)}단계를 넘는 파일이 있어요.`,
  'only-padding': '파일은 없고 채움 데이터만 있어요.',
}

import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `브라우저가 읽을 수 없어요: ${names}. 허용하거나 다른 파일을 선택하세요.`,
  folderEmpty: '폴더가 비어 있어 파일이 없어요. 다른 폴더를 선택하세요.',
  pasteNotOpened: (why) => `안 됐어요. ${why}`,
  linksOpened: (count) => `링크 ${number(count)}개를 열었어요.`,
  someLinksOpened: (count, left) =>
    `링크 ${number(count)}개를 열었어요. ${number(left)}개는 자리가 없었어요. 한 번 더 붙여 넣으세요.`,
  torrentNotOpened: (name, why) => `“${name}” 파일을 토렌트로 열지 못했어요. ${why}`,
  launchNotRead: (name) => `“${name}” 파일을 읽지 못했어요. 다시 한번 여세요.`,
  sharedMissed: '여기로 온 것이 없어요. 다시 한번 공유하거나 이 페이지에서 파일을 고르세요.',
  sharedTooLarge: '한 번에 넘기기에는 너무 많아요. 대신 이 페이지에서 파일을 고르세요.',
  filesAsk: (files) => `다른 앱이나 사이트가 이것을 보내 달라고 해요: ${files}.`,
  textAsks: '다른 앱이나 사이트가 글을 보내 달라고 해요.',
  memberAlready: '이미 이 사이트의 회원이에요. 초대는 다른 사람을 위해 남겨 두었어요.',
  memberNow: '이제 이 사이트의 회원이에요. 브라우저가 기억하니 더 할 일은 없어요.',
  memberForNow:
    '이 페이지를 닫을 때까지 이 사이트의 회원이에요. 이 브라우저는 사이트의 정보를 저장하지 않아요.',
  memberNotYet: (why) => `아직 회원이 아니에요. ${why}`,
  invitationVoid: '이 초대는 더 이상 쓸 수 없어요. 다 쓰였거나 만료됐거나 취소됐어요. 다른 초대를 받으세요.',
  passkeyVoid: '이 주소의 passkey는 여기서 유효하지 않거나 더 이상 쓸 수 없어요.',
  membershipEnded: '더 이상 이 사이트의 회원이 아니에요. 사이트 운영자에게 초대를 부탁하세요.',
  membersOnly: '이 사이트는 회원 전용이에요. 초대 링크를 받아 여기서 여세요.',
  fileNotSaved: (name, why) => `“${name}” 파일을 저장하지 못했어요. ${why}`,
  folderNotSaved: (why) => `저장하지 못한 파일이 있어요. ${why}`,
  folderSaved: (folder) => `모든 파일이 “${folder}” 폴더에 있어요.`,
  renamed: (from, to) => `쓸 수 없는 이름을 바꿨어요: “${from}” → “${to}”.`,
  renamedAndMore: (from, to, more) =>
    `쓸 수 없는 이름을 바꿨어요: “${from}” → “${to}”. 다른 이름 ${number(more)}개도 바꿨어요.`,
  zipNotSaved: (why) => `ZIP을 저장하지 못했어요. ${why}`,
  zipCancelled: 'ZIP 다운로드를 취소했어요.',
  zipSaved: 'ZIP이 다운로드 폴더에 있어요.',
}

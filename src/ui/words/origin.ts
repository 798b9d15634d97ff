import type { OriginProblem } from '../../state/engineTypes.ts'

/** Why a publisher's HTTP copy cannot be used; “it” has been named before. */
export function originWords(problem: OriginProblem): string {
  switch (problem.code) {
    case 'origin-unreachable':
      return 'It cannot be reached from this page.'
    case 'origin-silent':
      return 'It does not answer, or far too slowly.'
    case 'origin-stopped':
      return 'It stopped in the middle.'
    case 'origin-error':
      return `It answers with an error (${problem.status}).`
    case 'origin-lacks-file':
      return 'It does not have the file.'
    case 'origin-refuses':
      return 'It does not give the file to everybody.'
    case 'origin-without-ranges':
      return 'It cannot send a part of a file.'
    case 'origin-other-range':
      return 'It sends another part than was asked for.'
    case 'origin-shorter':
      return 'Its file is shorter.'
    case 'origin-other-size':
      return 'Its file has another size.'
    case 'origin-differs':
      return 'What is in it differs from this share.'
    case 'origin-false':
      return 'It sends something else than what is shared.'
    case 'origin-by-http':
      return 'It is there by http alone, and this page came by https: browsers refuse that.'
  }
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: '내 연결은 괜찮나요?',
  looking: '살펴보는 중…',
  fewSeconds: '몇 초 걸려요.',
  lookAgain: '다시 살펴보기',
  copyReport: '보고서 복사',
  mayNotCopy: '브라우저가 이 페이지의 복사를 막고 있어요.',
  reportTells: '보고서에는 주소도 파일 이름도 들어 있지 않아요.',
}

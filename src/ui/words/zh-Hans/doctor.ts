import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: '我的连接正常吗？',
  looking: '正在检查…',
  fewSeconds: '需要几秒钟。',
  lookAgain: '再检查一次',
  copyReport: '复制报告',
  mayNotCopy: '浏览器不允许这个页面复制。',
  reportTells: '报告不含任何地址和文件名。',
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: '我的連線正常嗎？',
  looking: '正在檢查…',
  fewSeconds: '需要幾秒鐘。',
  lookAgain: '再檢查一次',
  copyReport: '複製報告',
  mayNotCopy: '瀏覽器不允許這個頁面複製。',
  reportTells: '報告不含任何位址和檔名。',
}

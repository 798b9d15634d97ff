import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'क्या मेरा कनेक्शन ठीक है?',
  looking: 'जाँच हो रही है…',
  fewSeconds: 'इसमें कुछ सेकंड लगते हैं।',
  lookAgain: 'फिर जाँचें',
  copyReport: 'रिपोर्ट कॉपी करें',
  mayNotCopy: 'ब्राउज़र इस पेज को कॉपी नहीं करने देता।',
  reportTells: 'रिपोर्ट में कोई पता या फ़ाइल नहीं बताई जाती।',
}

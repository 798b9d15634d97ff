import type { Language } from '../areas.ts'
import { page } from './page.ts'

export const tr: Language = {
  tag: 'tr',
  dir: 'ltr',
  page,
  bring: {
    share: async () => (await import('./share.ts')).share,
    settings: async () => (await import('./settings.ts')).settings,
    faults: async () => (await import('./faults.ts')).faults,
    notes: async () => (await import('./notes.ts')).notes,
    keys: async () => (await import('./keys.ts')).keys,
    doctor: async () => (await import('./doctor.ts')).doctor,
    admin: async () => (await import('./admin.ts')).admin,
  },
}

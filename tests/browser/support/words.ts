import { words } from '../../../src/ui/words/words.ts'

/** Components that are shown by themselves find their words here, as they would in the page. */
await words.bring('share', 'settings', 'faults', 'notes', 'keys', 'doctor', 'admin')

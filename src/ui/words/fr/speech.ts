import { speechOf } from '../speech.ts'

export const { list, number, plural } = speechOf('fr')

import { speechOf } from '../speech.ts'

export const { list, number, plural } = speechOf('en')

export const people = (count: number): string =>
  plural(count, { one: '1 person', other: `${number(count)} people` })

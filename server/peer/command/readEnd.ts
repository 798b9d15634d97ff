import type { Milliseconds } from '../../../src/core/brand.ts'

const UNITS: Readonly<Record<string, Milliseconds>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

const SPAN = /^([1-9]\d{0,5})([mhdw])$/
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/

/**
 * When something ends, since 1970, by the clock of this machine: after a span from `now` on, at a moment, or with the
 * day that is named. Null for what says none.
 */
export function readEnd(text: string, now: Milliseconds): Milliseconds | null {
  const [, count, unit = ''] = SPAN.exec(text) ?? []
  if (count !== undefined) return now + Number(count) * (UNITS[unit] ?? 0)
  const moment = MOMENT.exec(text)
  if (!moment) return null
  const [year = 0, month = 0, day = 0] = moment.slice(1, 4).map(Number)
  const isWholeDay = moment[4] === undefined
  const [hour, minute] = isWholeDay ? [0, 0] : [Number(moment[4]), Number(moment[5])]
  const date = new Date(year, month - 1, day, hour, minute)
  // A 31 February would become another day.
  const isThere = date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60
  if (!isThere) return null
  return isWholeDay ? new Date(year, month - 1, day + 1).getTime() : date.getTime()
}

/**
 * Reads JSON that another program has made: answers it as the type that it should be, `undefined` when it is not.
 * Members that are not asked for are left out.
 */
export type Reader<T> = (json: unknown) => T | undefined

/** What a reader reads. */
export type Read<R> = R extends Reader<infer T> ? T : never

export const text: Reader<string> = (json) => (typeof json === 'string' ? json : undefined)
export const number: Reader<number> = (json) => (typeof json === 'number' ? json : undefined)
export const truth: Reader<boolean> = (json) => (typeof json === 'boolean' ? json : undefined)

export function oneOf<const Word extends string>(...words: readonly Word[]): Reader<Word> {
  return (json) => words.find((word) => word === json)
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (json) => (json === null ? null : reader(json))
}

export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (json) => {
    if (!Array.isArray(json)) return undefined
    const items: T[] = []
    for (const each of json) {
      const item = reader(each)
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }
}

type Readers = Readonly<Record<string, Reader<unknown>>>

export function recordOf<const R extends Readers>(
  readers: R,
): Reader<{ readonly [Name in keyof R]: Read<R[Name]> }> {
  return (json) => {
    if (typeof json !== 'object' || json === null) return undefined
    const members = new Map(Object.entries(json))
    const read = Object.entries(readers).map(([name, reader]) => [name, reader(members.get(name))] as const)
    if (read.some(([, value]) => value === undefined)) return undefined
    return Object.fromEntries(read) as { readonly [Name in keyof R]: Read<R[Name]> }
  }
}

/** What a request may hold: checked by it, and described by it in the API's document. A subset of JSON Schema. */
export type Field =
  | {
      readonly type: 'string'
      readonly description: string
      readonly maxLength: number
      /** Has to match as a whole. */
      readonly pattern?: string
      readonly enum?: readonly string[]
      readonly default?: string
    }
  | {
      readonly type: 'integer'
      readonly description: string
      readonly minimum: number
      readonly maximum: number
      readonly default?: number
    }
  | { readonly type: 'boolean'; readonly description: string; readonly default?: boolean }

export type Fields = Readonly<Record<string, Field>>

export type ValuesOf<Shape extends Fields> = {
  readonly [Key in keyof Shape]: Shape[Key] extends { readonly type: 'integer' }
    ? number
    : Shape[Key] extends { readonly type: 'boolean' }
      ? boolean
      : string
}

/** Says which field is wrong and what was expected, without what came. */
export class WrongField extends Error {}

/** Reads the fields of an object whose values have the types they should have. Throws {@link WrongField}. */
export function readFields<Shape extends Fields>(
  shape: Shape,
  values: Readonly<Record<string, unknown>>,
): ValuesOf<Shape> {
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(shape, name))
  if (unknown !== undefined) throw new WrongField(`there is no field ${JSON.stringify(unknown.slice(0, 40))}`)
  const entries = Object.entries(shape).map(([name, field]) => [
    name,
    readField(name, field, Object.hasOwn(values, name) ? values[name] : undefined),
  ])
  return Object.fromEntries(entries) as ValuesOf<Shape>
}

/** As {@link readFields}, for a query: numbers are digits. */
export function readQuery<Shape extends Fields>(shape: Shape, query: URLSearchParams): ValuesOf<Shape> {
  const values = Array.from(query, ([name, text]): [string, unknown] => {
    const isNumber = Object.hasOwn(shape, name) && shape[name]?.type === 'integer'
    return [name, isNumber && /^\d{1,15}$/.test(text) ? Number(text) : text]
  })
  return readFields(shape, Object.fromEntries(values))
}

function readField(name: string, field: Field, value: unknown): string | number | boolean {
  if (value === undefined) {
    if (field.default === undefined) throw new WrongField(`${name} is missing`)
    return field.default
  }
  if (field.type === 'integer') {
    const isRight =
      typeof value === 'number' && Number.isInteger(value) && value >= field.minimum && value <= field.maximum
    if (isRight) return value
    throw new WrongField(`${name} must be a whole number from ${field.minimum} to ${field.maximum}`)
  }
  if (field.type === 'boolean') {
    if (typeof value === 'boolean') return value
    throw new WrongField(`${name} must be true or false`)
  }
  if (typeof value !== 'string' || value.length > field.maxLength || !value.isWellFormed()) {
    throw new WrongField(`${name} must be a text of at most ${field.maxLength} characters`)
  }
  if (field.enum && !field.enum.includes(value)) {
    throw new WrongField(`${name} must be one of ${field.enum.join(', ')}`)
  }
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`).test(value)) {
    throw new WrongField(`${name} must match ${field.pattern}`)
  }
  return value
}

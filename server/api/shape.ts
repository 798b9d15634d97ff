/** What a response holds, as its document describes it and as the compiler checks it. A subset of JSON Schema. */
export type Shape = SimpleShape | ListShape | ObjectShape | AnyObject

type SimpleType = 'string' | 'integer' | 'number' | 'boolean'

interface SimpleShape {
  readonly type: SimpleType | readonly [SimpleType, 'null']
  readonly description?: string
  readonly enum?: readonly (string | null)[]
}

interface ListShape {
  readonly type: 'array'
  readonly items: Shape
}

/** Has all of its properties, and no others. */
interface ObjectShape<Properties extends Shapes = Shapes> {
  readonly type: 'object'
  readonly properties: Properties
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** Described elsewhere. */
interface AnyObject {
  readonly type: 'object'
  readonly description: string
  readonly additionalProperties: true
}

type Shapes = Readonly<Record<string, Shape>>

interface TypeOf {
  readonly string: string
  readonly integer: number
  readonly number: number
  readonly boolean: boolean
  readonly null: null
}

/**
 * A shape that holds what a page reads of it, and maybe more: the compiler compares the two. To be called twice, since
 * the type is told and the shape is inferred.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- one cannot be told and another inferred
export function answering<Answer>() {
  return <const S extends Shape>(shape: S & (ResultOf<S> extends Answer ? unknown : never)): S => shape
}

/** The type of what has this shape. */
export type ResultOf<S extends Shape> = S extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : S extends AnyObject
    ? object
    : S extends { readonly type: 'object'; readonly properties: infer Properties extends Shapes }
      ? { readonly [Name in keyof Properties]: ResultOf<Properties[Name]> }
      : S extends { readonly type: 'array'; readonly items: infer Item extends Shape }
        ? readonly ResultOf<Item>[]
        : S extends { readonly type: readonly (infer Type extends keyof TypeOf)[] }
          ? TypeOf[Type]
          : S extends { readonly type: infer Type extends SimpleType }
            ? TypeOf[Type]
            : never

export function objectOf<const Properties extends Shapes>(properties: Properties): ObjectShape<Properties> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

export function listOf<const Item extends Shape>(
  items: Item,
): { readonly type: 'array'; readonly items: Item } {
  return { type: 'array', items }
}

export function anyObject(description: string): AnyObject {
  return { type: 'object', description, additionalProperties: true }
}

export function text(description: string): { readonly type: 'string'; readonly description: string } {
  return { type: 'string', description }
}

export function count(description: string): { readonly type: 'integer'; readonly description: string } {
  return { type: 'integer', description }
}

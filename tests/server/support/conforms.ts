/** The part of JSON Schema that the API's document uses of its answers. */
export interface Schema {
  readonly type: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
}

/** Where a value is not what its schema says, as paths; none when it is. */
export function deviations(schema: Schema, value: unknown, path = ''): readonly string[] {
  if (!isOfType(schema.type, value) || (schema.enum && !schema.enum.includes(value))) {
    return [`${path}: ${JSON.stringify(value)}`]
  }
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((item, index) => deviations(items, item, `${path}/${index}`)) : [path]
  }
  if (typeof value !== 'object' || value === null) return []
  const { properties = {}, required = [], additionalProperties } = schema
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name))
  return [
    ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}/${name} is missing`),
    ...(additionalProperties === false ? unknown.map((name) => `${path}/${name} is not described`) : []),
    ...Object.entries(value).flatMap(([name, member]) => {
      const described = properties[name]
      return described ? deviations(described, member, `${path}/${name}`) : []
    }),
  ]
}

function isOfType(types: string | readonly string[], value: unknown): boolean {
  return [types].flat().some((type) => {
    switch (type) {
      case 'null':
        return value === null
      case 'array':
        return Array.isArray(value)
      case 'integer':
        return Number.isInteger(value)
      case 'object':
        return typeof value === 'object' && value !== null && !Array.isArray(value)
      default:
        return typeof value === type
    }
  })
}

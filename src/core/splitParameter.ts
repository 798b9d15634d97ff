/**
 * Takes a parameter off what stands behind a link's `#`. Its value is null where there is none, and `damaged` where it
 * cannot be read: a part of it was lost on the way.
 *
 * @param name with its marks: `&key=`
 */
export function splitParameter<Value>(
  fragment: string,
  name: string,
  parse: (text: string) => Value | null,
): { rest: string; value: Value | null | 'damaged' } {
  const at = fragment.indexOf(name)
  if (at < 0) return { rest: fragment, value: null }
  const [text = '', ...others] = fragment.slice(at + name.length).split('&')
  const rest = [fragment.slice(0, at), ...others].join('&')
  return { rest, value: parse(text) ?? 'damaged' }
}

/** A language as browsers know it (BCP 47), of codes that films have (`ger`, `eng`, `und`); empty where it tells none. */
export function languageTag(code: string): string {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(code.replaceAll('_', '-'))
    return tag === 'und' || tag === 'mul' || tag === 'zxx' ? '' : tag
  } catch {
    return ''
  }
}

/** The language's own name, where the browser knows it; else the name that it has. */
export function labelOf(language: string, name: string): string {
  const tag = languageTag(language)
  if (tag === '') return name
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? name
  } catch {
    return name
  }
}

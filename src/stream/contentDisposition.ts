/** `Content-Disposition` of a download under a name of any script (RFC 6266; RFC 8187 for `filename*`). */
export function attachment(name: string): string {
  // A name that was cut may end in half a character, which has no UTF-8 form.
  const whole = name.toWellFormed()
  const plain = whole.replace(/[^\u0020-\u007e]|["\\%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended(whole)}`
}

/** Percent-encoded but for the characters that RFC 8187 (3.2.1, attr-char) leaves as they are. */
function extended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

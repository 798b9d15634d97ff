/**
 * Characters that would let a stranger's text lie about itself: bidirectional controls (`gpj.exe` shown as
 * `exe.jpg`), other invisible format characters, line separators and C0/C1 controls.
 */
const DECEPTIVE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** The same but for the two that keep a name apart from its sentence, which words of the page have in them. */
const DECEPTIVE_IN_SENTENCE =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff\ufff9-\ufffb]/gu

/** A name or text from the swarm made fit to be shown, always as text. Deceptive characters become `·`. */
export function displayText(text: string): string {
  return text.replace(DECEPTIVE, '·')
}

/** Whole sentences, some of whose words may be others'. */
export function cleanText(sentence: string): string {
  return sentence.replace(DECEPTIVE_IN_SENTENCE, '·')
}

/** A name split so that a long one can be shortened in the middle, keeping the ending that says what it is. */
export function splitName(name: string): { head: string; tail: string } {
  const shown = Array.from(displayText(name))
  const tailLength = shown.length > 24 ? 10 : 0
  return {
    head: shown.slice(0, shown.length - tailLength).join(''),
    tail: tailLength === 0 ? '' : shown.slice(-tailLength).join(''),
  }
}

declare module 'bencode' {
  const bencode: {
    /** Throws on anything that is not one bencoded value; byte strings come back as Uint8Array. */
    decode(bytes: Uint8Array): unknown
    encode(value: unknown): Uint8Array
  }
  export default bencode
}

/// A chunk of its own: few shares have a password.
export { argon2id } from 'hash-wasm'

/** The part of hls.js without DRM, advertisements and captions of its own; it comes without types. */
declare module 'hls.js/light' {
  export { default } from 'hls.js'
}

/** Why something that was pasted or typed cannot be opened. */
export type PasteProblem =
  | { readonly code: 'text-too-long' }
  | { readonly code: 'nothing-pasted' }
  | { readonly code: 'no-link' } // none of what can be opened
  | { readonly code: 'hash-of-odd-length'; readonly digits: number }
  | { readonly code: 'link-without-hash' } // what follows the # is neither an info hash nor a magnet link
  | { readonly code: 'review-damaged' } // the end of a link, which opens its private review
  | { readonly code: 'key-damaged' } // the end of a link, which opens what is sealed
  | { readonly code: 'address-damaged' }
  | { readonly code: 'magnet-without-hash' }
  | { readonly code: 'link-of-version-2' } // of BitTorrent alone

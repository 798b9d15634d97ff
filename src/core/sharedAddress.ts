/** Where the system sends what somebody shares with the installed page, as the manifest says. */
export const SHARE_TARGET = '/share-target'

/** The parameter with which the page is opened then: the id of what waits, or why there is nothing. */
export const SHARED = 'shared'

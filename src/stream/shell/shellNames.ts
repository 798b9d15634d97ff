/** The one cache of the page's own files; no other bytes are ever in it. */
export const SHELL_CACHE = 'shoal-shell'

/** What the build wrote, in a file that is asked for anew each time (`bundle/shellList.ts`). */
export const SHELL_LIST = '/shell.json'

/** The page itself: its address on the site, whatever stands behind the `?` or the `#`. */
export const SHELL_PAGE = '/'

/** Where files lie whose names change with their contents. */
export const PARTS_FOLDER = '/assets/'

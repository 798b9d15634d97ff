import { MediaQuery } from 'svelte/reactivity'

/// The widths at which the page is made otherwise; style sheets, which cannot take them from here, name the same.

/** Narrower than this is a phone. */
export const onPhone = (): MediaQuery => new MediaQuery('width < 480px')

/** Narrower than this a share's page has one column. */
export const inOneColumn = (): MediaQuery => new MediaQuery('width < 960px')

/** The library's database. By itself, so that who asks whether there is one need not load what opens it. */
export const LIBRARY_NAME = 'shoal'

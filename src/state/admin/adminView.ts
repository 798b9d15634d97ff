/** The views of the admin page, in their order. */
export const ADMIN_VIEWS = ['overview', 'torrents', 'members', 'invitations', 'keeper', 'tokens'] as const

export type AdminView = (typeof ADMIN_VIEWS)[number]

/** What the address asks for behind the `#`; the overview when it names no view. */
export function viewOfFragment(fragment: string): AdminView {
  return ADMIN_VIEWS.find((view) => view === fragment) ?? 'overview'
}

/** The secret of a one-time admin link: `#link=<40 hex digits>`. */
export function linkOfFragment(fragment: string): string | null {
  return /^link=([0-9a-f]{40})$/i.exec(fragment)?.[1]?.toLowerCase() ?? null
}

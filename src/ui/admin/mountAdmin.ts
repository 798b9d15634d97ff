import { mount } from 'svelte'
import { Admin } from '../../state/admin/admin.svelte.ts'
import { usableStorage } from '../../state/shell.ts'
import { Theme } from '../../state/theme.svelte.ts'
import { Toasts } from '../../state/toasts.svelte.ts'
import AdminApp from './AdminApp.svelte'

/** Builds the admin page. */
export function mountAdmin(target: HTMLElement, lifetime: AbortSignal): void {
  const toasts = new Toasts()
  const shell = { toasts, theme: new Theme(document.documentElement, usableStorage()) }
  mount(AdminApp, { target, props: { shell, admin: new Admin(window, toasts, lifetime) } })
}

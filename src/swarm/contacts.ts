import { reachOf } from '../core/nearHost.ts'
import type { LibraryEntry } from '../storage/library.ts'

/** What was decided about whom a share may contact. */
export type KeptContacts = NonNullable<LibraryEntry['contacts']>

/** Whom a share would contact, for the page to say. */
export interface ContactsSnapshot {
  /** Hosts of trackers that its link or .torrent file names, and that are not contacted yet. */
  readonly trackers: readonly string[]
  /** Hosts of HTTP copies on this machine or in the visitor's own network, likewise. */
  readonly near: readonly string[]
  /** Hosts of trackers, other than the site, that its link can name to others. */
  readonly others: readonly string[]
  /** Whether it does. */
  readonly passesOn: boolean
}

export interface ContactsOptions {
  /** Address of the site. */
  readonly site: string
  /** Whether the visitor lets every tracker be contacted that a link names. */
  readonly always: () => boolean
}

/**
 * Decides whom a share contacts of those that a stranger's link names. A tracker learns one's address and what one looks
 * for, and is not needed before somebody wants that; an HTTP copy in one's own network may be anything that obeys a GET.
 * The site itself was chosen by who opened it, and so was whatever else is on its host.
 */
export class Contacts {
  readonly #options: ContactsOptions
  #allowed: ReadonlySet<string> | 'all'
  #passesOn: boolean

  constructor(options: ContactsOptions, kept: KeptContacts = { allowed: [], passesOn: false }) {
    this.#options = options
    this.#allowed = kept.allowed === 'all' ? 'all' : new Set(kept.allowed)
    this.#passesOn = kept.passesOn
  }

  allow(hosts: readonly string[]): void {
    if (this.#allowed !== 'all') this.#allowed = new Set([...this.#allowed, ...hosts])
  }

  passOn(passesOn: boolean): void {
    this.#passesOn = passesOn
  }

  get kept(): KeptContacts {
    return { allowed: this.#allowed === 'all' ? 'all' : [...this.#allowed], passesOn: this.#passesOn }
  }

  /** Those of the trackers that may be contacted. */
  trackers(urls: readonly string[]): readonly string[] {
    return urls.filter((url) => !this.#isForeign(url) || this.#options.always() || this.#isAllowed(url))
  }

  /** Those of the HTTP copies that may be asked. */
  webSeeds(urls: readonly string[]): readonly string[] {
    return urls.filter((url) => !this.#isNear(url) || this.#isAllowed(url))
  }

  /**
   * Those of the addresses of its .torrent file that may be asked: who is asked learns as much as a tracker, and may be
   * as near as a copy.
   */
  torrents(urls: readonly string[]): readonly string[] {
    return this.webSeeds(this.trackers(urls))
  }

  /** Those of the trackers that links to others name. */
  passedOn(urls: readonly string[]): readonly string[] {
    return urls.filter((url) => this.#passesOn || !this.#isForeign(url))
  }

  /** @param torrents addresses of the .torrent file, while it is looked for */
  describe(
    trackers: readonly string[],
    webSeeds: readonly string[],
    torrents: readonly string[] = [],
  ): ContactsSnapshot {
    const usable = new Set([
      ...this.trackers(trackers),
      ...this.webSeeds(webSeeds),
      ...this.torrents(torrents),
    ])
    const hosts = (urls: readonly string[]) => [...new Set(urls.map(hostOf))]
    return {
      trackers: hosts(
        [...trackers, ...torrents.filter((url) => !this.#isNear(url))].filter((url) => !usable.has(url)),
      ),
      near: hosts(
        [...webSeeds, ...torrents.filter((url) => this.#isNear(url))].filter((url) => !usable.has(url)),
      ),
      others: hosts(trackers.filter((url) => this.#isForeign(url))),
      passesOn: this.#passesOn,
    }
  }

  #isAllowed(url: string): boolean {
    return this.#allowed === 'all' || this.#allowed.has(hostOf(url))
  }

  /** On another host than the site; this machine is one host, by whichever of its names. */
  #isForeign(url: string): boolean {
    const hosts = [hostnameOf(url), hostnameOf(this.#options.site)]
    return hosts[0] !== hosts[1] && !hosts.every((host) => reachOf(host) === 'machine')
  }

  /** Nearer than the site is: a page of this machine or network may ask what is there as well. */
  #isNear(url: string): boolean {
    const [reach, site] = [hostnameOf(url), hostnameOf(this.#options.site)].map(reachOf)
    return reach !== 'public' && reach !== site && this.#isForeign(url)
  }
}

/** With the port: another port is another program. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}

function hostnameOf(url: string): string {
  return URL.parse(url)?.hostname ?? url
}

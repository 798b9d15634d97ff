import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { followStep } from '../../notes/following.ts'
import type { Person } from '../../notes/presence.ts'
import type { Notes } from '../notes.svelte.ts'
import type { Scene } from './scene.svelte.ts'

interface CompanyDeps {
  readonly notes: Notes
  readonly infoHash: InfoHash
  readonly scene: Scene
  readonly now: () => Milliseconds
}

/** Who else is at a review, and with whom of them one watches. */
export class Company {
  /** With whom one watches. */
  following: Person['author'] | null = $state(null)
  readonly #deps: CompanyDeps

  readonly people: readonly Person[] = $derived.by(() => {
    const { notes, infoHash } = this.#deps
    return notes.people(infoHash).filter(({ author }) => !notes.room(infoHash)?.isHidden(author))
  })

  constructor(deps: CompanyDeps) {
    this.#deps = deps
  }

  /** Watches what another one watches, when and where they do, until it is ended. */
  follow(author: Person['author'] | null): void {
    this.following = author
    if (author !== null) this.keepUp(this.people)
  }

  /** Goes where the one goes with whom one watches; with nobody once they have gone. */
  keepUp(people: readonly Person[]): void {
    if (this.following === null) return
    const person = people.find(({ author }) => author === this.following)
    if (person) void this.#join(person)
    else this.following = null
  }

  async #join(person: Person): Promise<void> {
    const { scene, now } = this.#deps
    const playback = await scene.openAs(person)
    if (!playback || person.at === null) return
    const mine = { at: scene.moment ?? 0, playing: !playback.paused }
    const age = Math.max(0, now() - person.heardAt)
    const { seek, play } = followStep(mine, { at: person.at, playing: person.playing }, age)
    if (seek !== null) playback.seek(seek / 1000)
    if (play === true) await playback.play()
    else if (play === false) playback.pause()
  }
}

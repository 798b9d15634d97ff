import type { InfoHash } from '../../core/infoHash.ts'
import type { Meeting } from './meeting.ts'
import { wordFor, type Ends } from './words.ts'

/** Our shares by the questions that the other end of a connection would ask for them. */
export class OurQuestions {
  readonly #byQuestion = new Map<string, InfoHash>()
  readonly #computed = new Map<InfoHash, Promise<void>>()

  /** Which of these it asks for; null if it is none of them. */
  async meant(question: string, meetings: readonly Meeting[], ends: Ends): Promise<Meeting | null> {
    await Promise.all(meetings.map(({ infoHash }) => this.#compute(infoHash, ends)))
    const infoHash = this.#byQuestion.get(question)
    return meetings.find((each) => each.infoHash === infoHash) ?? null
  }

  #compute(infoHash: InfoHash, ends: Ends): Promise<void> {
    const present = this.#computed.get(infoHash)
    if (present) return present
    const computing = wordFor('question', infoHash, 'them', ends).then(
      (question) => void this.#byQuestion.set(question, infoHash),
    )
    this.#computed.set(infoHash, computing)
    return computing
  }
}

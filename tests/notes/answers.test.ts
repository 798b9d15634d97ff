import { describe, expect, test } from 'vitest'
import { answersTo, UnseenAnswers } from '../../src/notes/answers.ts'
import type { Note } from '../../src/notes/noteModel.ts'
import { finished } from '../../src/notes/steps.ts'
import { threadsIn } from '../../src/notes/threads.ts'
import { ANN, BEN, someNote as note } from './someNote.ts'

/** What others have said to Ann. */

const threadsOf = (notes: readonly Note[]) => finished(threadsIn(notes)).threads
const isMine = ({ author }: Note) => author === ANN
const textOf = ({ answer }: { readonly answer: Note }) => answer.text

const first = note('first')
const his = note('his', { author: BEN, answers: first.ref, made: 3 })
const own = note('own', { answers: first.ref, made: 4 })

describe('answers to somebody', () => {
  test('are those of others under their note', () => {
    expect(answersTo(threadsOf([first, his, own]), isMine)).toEqual([{ answer: his, to: first }])
  })

  test('under another’s note are those after they have spoken there', () => {
    const root = note('root', { author: BEN })
    const before = note('before', { author: BEN, answers: root.ref, made: 2 })
    const mine = note('mine', { answers: root.ref, made: 3 })
    const after = note('after', { author: BEN, answers: root.ref, made: 4 })
    expect(answersTo(threadsOf([root, before, mine, after]), isMine).map(textOf)).toEqual(['after'])
    expect(answersTo(threadsOf([root, before, after]), isMine)).toEqual([])
  })
})

describe('unseen answers', () => {
  test('are told until they were seen, also in a later visit, and then the later ones', () => {
    const threads = threadsOf([first, his])
    const unseen = new UnseenAnswers(isMine)
    expect(unseen.among(threads).map(textOf)).toEqual(['his'])
    const lines = unseen.see([his.ref], threads)
    expect(unseen.among(threads)).toEqual([])

    const later = new UnseenAnswers(isMine)
    later.restore(lines)
    expect(later.among(threads)).toEqual([])
    // Written before the one that was seen, and on its way since.
    const late = note('late', { author: BEN, answers: first.ref, made: 2 })
    expect(later.among(threadsOf([first, his, late])).map(textOf)).toEqual(['late'])
  })

  test('are the same array until there are others', () => {
    const unseen = new UnseenAnswers(isMine)
    const threads = threadsOf([first, his])
    expect(unseen.among(threads)).toBe(unseen.among(threads))
    const none = new UnseenAnswers(isMine)
    expect(none.among(threadsOf([first]))).toBe(none.among(threadsOf([first, own])))
  })

  test('of what is gone nothing is remembered, and never more than some thousand', () => {
    const unseen = new UnseenAnswers(isMine)
    const roots = Array.from({ length: 5000 }, (_, at) => note(`root${at}`))
    const answers = roots.map(({ ref }, at) => note(`answer${at}`, { author: BEN, answers: ref }))
    const threads = threadsOf([...roots, ...answers])
    const refs = answers.map(({ ref }) => ref)
    expect(unseen.see(refs, threads)).toHaveLength(4000)
    expect(unseen.see([], threadsOf([first, his]))).toEqual([])
  })
})

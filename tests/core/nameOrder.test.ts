import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byName } from '../../src/core/nameOrder.ts'

const { compare } = new Intl.Collator(undefined, { numeric: true })

const name = fc.string({ unit: fc.constantFrom(...Array.from('aAbzZ019 _-.()')), maxLength: 8 })

it('orders many names as the collator does, whatever is in them', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 30, maxLength: 60 }), (few) => {
      // Of so many that keys are made of them.
      const many = Array.from({ length: 1_200 }, (_, at) => few[at % few.length] ?? '')
      const ours = byName(many, (each) => each)
      const theirs = many.toSorted(compare)
      for (const [at, each] of ours.entries()) expect(compare(each, theirs[at] ?? ''), each).toBe(0)
    }),
    { numRuns: 50 },
  )
})

it('leaves names in other scripts to the collator', () => {
  const many = Array.from({ length: 1_200 }, (_, at) => `Äpfel ${1_200 - at}`)
  expect(byName(many, (each) => each).slice(0, 3)).toEqual(['Äpfel 1', 'Äpfel 2', 'Äpfel 3'])
})

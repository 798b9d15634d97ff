import { describe, expect, it } from 'vitest'
import { shareNameOf, textNameOf } from '../../src/core/shareName.ts'

const nameOf = (...paths: string[]) => shareNameOf(paths.map((path) => path.split('/')))

describe('a name for what came together', () => {
  it('is the file’s own when there is one', () => expect(nameOf('letter.pdf')).toBe('letter.pdf'))
  it('is the folder’s when all is in one', () => expect(nameOf('trip/a.jpg', 'trip/b/c.txt')).toBe('trip'))
  it('is the folder’s even for one file in it', () => expect(nameOf('trip/a.jpg')).toBe('trip'))
  it('says what they all are', () => {
    expect(nameOf('a.jpg', 'b.PNG', 'c.webp')).toBe('3 pictures')
    expect(nameOf('a.mkv', 'b.mp4')).toBe('2 videos')
  })
  it('counts the others', () => {
    expect(nameOf('report.pdf', 'a.jpg', 'b.zip')).toBe('report and 2 more')
    expect(nameOf('trip/a.jpg', 'trip/b.txt', 'c.zip')).toBe('trip and 1 more')
    expect(nameOf('Makefile', '.env')).toBe('Makefile and 1 more')
  })
  it('is never empty', () => expect(shareNameOf([])).not.toBe(''))
  it('stays short', () => expect(nameOf(`${'x'.repeat(300)}.a`, 'b.c').length).toBeLessThan(100))
})

describe('a name for a text', () => {
  it.each([
    ['Hello there', 'Hello there.txt'],
    ['\n  \n# Title: a/b\nmore', '# Title a b.txt'],
    ['../../etc/passwd', 'etc passwd.txt'],
    ['a\u202egpj', 'a gpj.txt'],
    [' \n\t', 'Note.txt'],
    ['...', 'Note.txt'],
    ['ß'.repeat(100), `${'ß'.repeat(20)}.txt`],
  ])('%j: %s', (text, name) => expect(textNameOf(text)).toBe(name))
})

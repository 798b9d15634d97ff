import { number } from './speech.ts'

/** The dialog of speed limits, and the limits of one share. */
export const settings = {
  forAll: 'For all shares together.',
  sendAtMost: 'Send at most',
  receiveAtMost: 'Receive at most',
  megabytesASecond: 'MB a second',
  noLimit: 'no limit',
  connectionsAtMost: 'Connections at most',
  inAll: 'in all',
  aNumber: 'A number above 0, or nothing.',
  aWholeNumber: (least: number) => `A whole number from ${number(least)} on, or nothing.`,
  stopForTheDay: 'Stop for the day after sending',
  megabytes: 'MB',
  never: 'never',
  connectToPeople: 'Connect to other people',
  whenever: 'whenever others have it',
  whenPeople: (count: number) => `when ${number(count)} people or more are there`,
  connectWhy:
    'Only where a web server has it too. With “never”, nobody sees your address, and you send nothing.',
  contactAll: 'Contact servers named in links without asking',
  onlyOnClick: 'Connect only when I click',
  onlyOnClickWhy: 'Nobody sees your IP address before your click.',
  screenOn: 'Keep the screen on during transfers',
  screenIsOn: 'It’s on now.',
  gentle: 'This looks like mobile data, so little is sent.',
  ofThisShare: 'Limits of this share',
  ofThisShareOn: 'Limits of this share: on',
  stopAfter: 'Stop sending after',
  timesItsSize: 'times its size',
}

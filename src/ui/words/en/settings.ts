import { number } from './speech.ts'

/** The dialog of speed limits, and the limits of one share. */
export const settings = {
  forAll: 'For all shares together, from now on.',
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
    'For what a web server has too. With “never”, nobody else sees your address, and you send nothing.',
  contactAll: 'Contact the servers that links name without asking me',
  onlyOnClick: 'Connect only when I click',
  onlyOnClickWhy:
    'People who have a link open can see each other’s IP addresses. With this, nobody sees yours before your click.',
  screenOn: 'Keep the screen on during transfers',
  screenIsOn: 'It’s on now.',
  gentle: 'You seem to be on mobile data, so little is sent for now.',
  ofThisShare: 'Limits of this share',
  ofThisShareOn: 'Limits of this share: on',
  stopAfter: 'Stop sending after',
  timesItsSize: 'times its size',
}

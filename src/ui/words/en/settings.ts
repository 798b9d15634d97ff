import { number } from './speech.ts'

/** The dialog of speed limits, and the limits of one share. */
export const settings = {
  forAll: 'For all shares of this page together. They count at once, and this browser remembers them.',
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
    'For what a web server has a copy of. With “never” it comes from there alone, nobody else can see your address, and you send nothing. All else comes from people alone.',
  contactAll: 'Contact trackers that links name without asking me',
  onlyOnClick: 'Connect only when I click',
  onlyOnClickWhy:
    'Whoever has a link open can see the addresses (IP) of all others who have it open. With this, a link’s page waits for your click before it contacts anybody.',
  screenOn: 'Keep the screen on while something moves',
  screenIsOn: 'Something moves, so it stays on now.',
  gentle: 'This line seems to be paid by the byte, so the page sends little until you choose otherwise.',
  ofThisShare: 'Limits of this share',
  ofThisShareOn: 'Limits of this share: on',
  stopAfter: 'Stop sending after',
  timesItsSize: 'times its size',
}

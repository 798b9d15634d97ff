/** At the foot of a member’s page. */
export const member = {
  ended: 'You’re no longer a member. Ask for a new invitation.',
  isOne: 'You’re a member of this site.',
  sums: (sent: string, received: string) => `You sent ${sent} and received ${received}.`,
  sumsAndRatio: (sent: string, received: string, ratio: string) =>
    `You sent ${sent} and received ${received}: a ratio of ${ratio}.`,
  yourAddress: 'Your announce address',
  yourAddressWhy: 'For other programs and browsers. Keep it secret: whoever has it counts as you.',
  keptForYou: 'Kept online for you',
  notKept: 'not kept',
  keptWaiting: 'waiting',
  keptUntil: (day: string) => `until ${day}`,
  deleteCopy: 'Delete the copy',
  keeperProblems: {
    quota: 'You’ve used all your space. Delete another copy first.',
    full: 'The site is out of space. Try again later.',
    often: 'Too often. Try again in a minute.',
    members: 'Only members can keep things online here.',
    refused: 'This site can’t keep this one online.',
    down: 'The site keeps nothing right now. Try again later.',
    gone: 'It’s no longer kept.',
    unreachable: 'The site didn’t answer. Try again.',
  },
}

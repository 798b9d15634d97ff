/** At the foot of a member’s page. */
export const member = {
  ended: 'You are no longer a member of this site. Ask whoever runs it for an invitation.',
  isOne: 'You are a member of this site.',
  sums: (sent: string, received: string) => `You sent ${sent} and received ${received}.`,
  sumsAndRatio: (sent: string, received: string, ratio: string) =>
    `You sent ${sent} and received ${received}: a ratio of ${ratio}.`,
  yourAddress: 'Your announce address',
  yourAddressWhy:
    'For other programs, and to be a member in another browser: paste it there on this page. Keep it to yourself: whoever has it counts as you.',
  keptForYou: 'Kept online for you',
  notKept: 'not kept',
  keptWaiting: 'waiting',
  keptUntil: (day: string) => `until ${day}`,
  deleteCopy: 'Delete the copy',
  keeperProblems: {
    quota: 'You have as much kept as one may. Take something else back first.',
    full: 'The site’s server keeps as much as it can. Try again later.',
    often: 'The site’s server was asked too often. Try again in a minute.',
    members: 'The site’s server keeps shares for members alone.',
    refused: 'The site does not allow its server to keep this.',
    down: 'The site’s server keeps nothing at the moment. Try again later.',
    gone: 'It is not kept any more.',
    unreachable: 'The site did not answer. Try again.',
  },
}

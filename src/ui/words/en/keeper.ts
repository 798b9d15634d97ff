import { number, plural } from './speech.ts'

/** A copy on the site's server, for when everybody has gone. */
export const keeper = {
  label: 'Kept online',
  keepOnline: 'Keep it online',
  deleteCopy: 'Delete the server’s copy',
  progress: 'What the site’s server has',
  offer: (days: number) =>
    plural(days, {
      one: 'The site’s server fetches a copy, holds it for a day, and sends it when nobody else does.',
      other: `The site’s server fetches a copy, holds it for ${number(days)} days, and sends it when nobody else does.`,
    }),
  tooLarge: (most: string) => `It is too large for the site’s server to keep: that takes ${most} at most.`,
  looking: 'The site’s server is looking for somebody who has it. Leave this page open until it has all.',
  fetching: (percent: string) =>
    `The site’s server has ${percent} of it. Leave this page open until it has all.`,
  kept: (day: string) => `You may close this page: the site’s server holds a copy, until ${day}.`,
  failures: {
    'too-large': 'The site’s server did not keep it: it is larger than one may have kept there.',
    'no-room': 'The site’s server did not keep it: all of its room is promised to others.',
    evicted: 'The site’s server keeps it no longer: its room was needed for others.',
    'disk-full': 'The site’s server could not keep it: its disk is full.',
    incomplete: 'The site’s server did not get all of it in time, and has deleted what it had.',
    refused: 'The site does not allow its server to keep this.',
    broken: 'The site’s server could not keep it. Try again.',
  },
}

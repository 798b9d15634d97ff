import { number, plural } from './speech.ts'

/** A copy on the site's server, for when everybody has gone. */
export const keeper = {
  label: 'Kept online',
  keepOnline: 'Keep it online',
  askBridge: 'Ask this site to fetch it',
  bridgeOffer: 'Nobody here has it. The site can look among BitTorrent users.',
  deleteCopy: 'Delete the site’s copy',
  progress: 'What the site has',
  offer: (days: number) =>
    plural(days, {
      one: 'The site keeps a copy for a day.',
      other: `The site keeps a copy for ${number(days)} days.`,
    }),
  tooLarge: (most: string) => `Too large to keep online: ${most} at most.`,
  looking: 'Keep this page open until the site has its copy.',
  fetching: (percent: string) => `The site has ${percent}. Keep this page open until it has all.`,
  kept: (day: string) => `You can close this page: the site keeps a copy until ${day}.`,
  gone: 'The site no longer has a copy.',
  failures: {
    'too-large': 'Too large to keep online.',
    'no-room': 'The site has no room to keep it.',
    evicted: 'The site needed the room.',
    'disk-full': 'The site’s disk is full.',
    incomplete: 'The site didn’t get all of it in time.',
    refused: 'This site can’t keep this one online.',
    broken: 'The site couldn’t keep it. Try again.',
  },
}

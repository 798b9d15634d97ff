import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` })

export const status: ShareWords['status'] = {
  hashing: 'Préparation de vos fichiers.',
  hashingDetail: 'Le lien apparaît dès que c’est fini.',
  asleep: 'En sommeil : cette page a de nouveau besoin de ses fichiers.',
  asleepUnfinished: 'Ils n’étaient pas prêts quand la page a été fermée.',
  asleepOneClick: 'Le lien reste le même.',
  asleepChoose: 'Choisissez les mêmes, et le lien marche de nouveau.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} est laissé de côté : le navigateur n’a pas pu le lire.`,
      other: `${names} sont laissés de côté : le navigateur n’a pas pu les lire.`,
    }),

  nobodyHere: 'Personne qui l’a n’est en ligne pour l’instant.',
  startsByItself: 'Cela commence quand l’expéditeur rouvre la page. Demandez-le-lui.',
  othersWait: (count) =>
    plural(count, {
      one: `Connecté à ${number(count)} personne, qui l’attend aussi.`,
      other: `Connecté à ${number(count)} personnes, qui l’attendent aussi.`,
    }),
  startsWithOwner: 'Cela démarre tout seul dès que quelqu’un qui l’a se connecte.',
  onlyPeopleKnow: 'Seules d’autres personnes peuvent dire ce que c’est.',
  youChoseNobody: 'Autorisez-le sous « Limites », et cela continue.',
  asking: 'On demande ce que c’est.',
  lookingForIt: 'Recherche de personnes qui l’ont.',
  linkSays: 'D’après le lien.',
  linkSaysSize: (size) => `${size}, d’après le lien.`,

  soFar: (percent) => `${percent} sont là et bien gardés.`,
  goesOn: 'Cela continue tout seul dès que quelqu’un l’ouvre.',
  nobodyHasRest: (count) => `Connecté à ${people(count)}, mais personne n’a ce qui manque ici.`,
  waitsForTurn: (count) => `Connecté à ${people(count)}, en attente de son tour.`,
  waitsForTurnDetail: 'Cela prend en général moins d’une minute.',
  downloadingFromPeople: (count) => `Téléchargement depuis ${people(count)}.`,
  downloadingFromSite: (site) => `Téléchargement depuis ${site}.`,
  downloadingFromBoth: (count, site) => `Téléchargement depuis ${people(count)} et ${site}.`,
  aboutToStart: 'Cela va démarrer.',

  allHere: 'Tout est là.',
  channel: 'C’est une chaîne en direct.',
  channelDetail: 'On la voit pendant qu’elle est produite. Rien n’en est gardé.',
  connectedGoOn: 'Les personnes déjà connectées continuent.',
  sentEnough: 'Ce partage a envoyé tout ce que sa limite permet, et n’envoie plus rien.',
  heldInMemory: 'Ce n’est qu’en mémoire : enregistrez-le d’abord.',
  othersHave: (count) =>
    plural(count, {
      one: `${number(count)} autre personne l’a.`,
      other: `${number(count)} autres personnes l’ont.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: `${number(have)} autre personne l’a`,
      other: `${number(have)} autres personnes l’ont`,
    })
    return plural(fetching, {
      one: `${havers}, ${number(fetching)} le télécharge.`,
      other: `${havers}, ${number(fetching)} le téléchargent.`,
    })
  },
  mayClose: 'Vous pouvez fermer cette page. Tant qu’elle reste ouverte, elle aide les autres.',
  downloadingIt: (count) =>
    plural(count, {
      one: `${number(count)} personne le télécharge.`,
      other: `${number(count)} personnes le téléchargent.`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'Vous pourrez fermer cette page une fois son téléchargement terminé.',
      other: 'Vous pourrez fermer cette page dès que l’une d’elles aura terminé.',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      one: `${number(count)} personne le regarde.`,
      other: `${number(count)} personnes le regardent.`,
    }),
  onlyYou: 'Gardez cette page ouverte : vous seul l’avez.',
  sendTheLink: 'Envoyez le lien.',

  paused: 'En pause.',
  pausedAt: (percent) => `En pause à ${percent}.`,
  wentWrong: 'Quelque chose s’est mal passé.',

  connecting: 'Connexion.',
  cannotLook: 'Ce site ne répond pas.',
  cannotLookNow: 'Nouvel essai maintenant. Êtes-vous en ligne ?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: `Nouvel essai dans ${number(seconds)} seconde. Êtes-vous en ligne ?`,
      other: `Nouvel essai dans ${number(seconds)} secondes. Êtes-vous en ligne ?`,
    }),
  relayUsedUp: 'Le relais de ce site ne transmet plus rien pour vous aujourd’hui.',
  relayUsedUpDetail:
    'Cela reprend demain, ou dès qu’il y a une voie directe : un autre réseau en a souvent une.',
  refused: 'Ce partage a été refusé.',
  refusedWhy: (reason) =>
    `Le serveur qui met les gens en relation dit : « ${reason} ». Adressez-vous à la personne qui gère ce site.`,
  membersOnly: 'Ce site est réservé aux membres.',
  membersOnlyDetail: 'Demandez un lien d’invitation et ouvrez-le ici.',
  siteSendsNothing: 'Le serveur web ne l’envoie pas pour l’instant.',
  peopleOnceThere: (count) => `La connexion aux autres se fait dès qu’il y a ${number(count)} personnes.`,
  connectingTo: (count) => `Connexion à ${people(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: `${number(count)} personne est là, mais cette page n’arrive pas à la joindre.`,
      other: `${number(count)} personnes sont là, mais cette page n’arrive pas à les joindre.`,
    }),
  looking: 'Recherche d’autres personnes.',
  wayOut: {
    'no-addresses':
      'Une extension ou une règle a désactivé WebRTC. Autorisez-le pour ce site, ou prenez un autre navigateur.',
    'no-udp':
      'Un pare-feu ou un VPN bloque la connexion (UDP). Coupez le VPN, ou essayez un autre réseau, comme le partage de connexion d’un téléphone.',
    'no-relay':
      'Il n’y a pas de voie directe, et le relais de ce site ne répond pas. Un autre réseau aide souvent, d’un côté ou de l’autre.',
    relay:
      'Votre connexion est bonne. Les autres viennent peut-être de partir, ou leur réseau ne laisse rien passer. Nouvel essai en cours.',
    open: 'Votre connexion est bonne, mais un pare-feu, un VPN ou un réseau strict est entre vous, et ce site n’a pas de relais. Un autre réseau aide, d’un côté ou de l’autre. Nouvel essai en cours.',
    unknown:
      'Un pare-feu ou un VPN gêne peut-être. Un autre réseau aide souvent, d’un côté ou de l’autre. Nouvel essai en cours.',
  },

  haveIt: (count) =>
    plural(count, {
      one: `${number(count)} personne l’a.`,
      other: `${number(count)} personnes l’ont.`,
    }),
  siteHasIt: (site) => `${site} l’a.`,
  haveParts: (count) =>
    plural(count, {
      one: `${number(count)} personne en a des parties.`,
      other: `${number(count)} personnes en ont des parties.`,
    }),
  tooLittleMemory: (most) =>
    `Trop grand pour une fenêtre privée, qui tient ${most} au plus. Ouvrez le lien dans une fenêtre ordinaire.`,
  inMemory: (most) =>
    `Ce navigateur garde les téléchargements en mémoire jusqu’à la fermeture de la page, ${most} au plus. Enregistrez ce que vous voulez garder.`,
}

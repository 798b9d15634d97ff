import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` })

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Reprendre',
    retry: 'Réessayer',
    connectToPeople: 'Se connecter aux autres',
    connectToAnybody: 'Se connecter à tous',
    liftDay: 'Envoyer sans limite par jour',
  },
  moving: { sentence: 'Le transfert est en cours.', help: 'Rien ne fait obstacle.' },
  paused: {
    sentence: 'Vous avez mis ce partage en pause.',
    help: 'Rien n’est envoyé ni reçu tant que vous ne reprenez pas.',
  },
  asleep: {
    sentence: 'Cette page a de nouveau besoin des fichiers de ce partage.',
    help: 'Après un rechargement, un navigateur oublie quels fichiers étaient partagés. Ouvrez ou choisissez les mêmes, et le même lien remarche.',
  },
  noRoom: {
    sentence: (missing, room) =>
      `Il n’y a pas assez de place : il manque encore ${missing}, et il reste ${room} au navigateur.`,
    help: 'Retirez d’autres partages ou libérez de la place sur le disque ; ensuite, cela continue.',
  },
  offline: {
    sentence: 'Cet appareil est hors ligne.',
    help: 'Connectez-le à un réseau, et tout continue tout seul.',
  },
  siteAway: {
    sentence: 'Le site ne répond pas.',
    help: 'Il est peut-être en panne, ou votre réseau vous en sépare. Cette page continue d’essayer, et les personnes connectées le restent.',
  },
  siteError: {
    sentence: (status) => `Le site répond par une erreur (${status}).`,
    help: 'Seule la personne qui le gère peut y remédier. Cette page continue d’essayer.',
  },
  socketBlocked: {
    sentence:
      'Votre réseau laisse la page se charger, mais bloque la connexion par laquelle les gens se trouvent.',
    help: 'C’est le fait d’un proxy ou d’un antivirus qui ne connaît pas les WebSockets. Utilisez un autre réseau, ou demandez à la personne qui gère le vôtre de les autoriser pour ce site.',
  },
  trackerSilent: {
    sentence: 'Ce site est là, mais ne présente personne.',
    help: 'Il est peut-être surchargé, ou sur le point de redémarrer. Cette page continue d’essayer ; si cela dure, signalez-le à la personne qui gère le site.',
  },
  membersOnly: {
    sentence: 'Ce site est réservé aux membres, et ce navigateur n’en est pas un.',
    help: 'Demandez une invitation : son lien fait de vous un membre.',
  },
  refused: {
    sentence: (reason) => `Ce site a refusé ce partage : « ${reason} ».`,
    help: 'Adressez-vous à la personne qui gère ce site.',
  },
  noWebRtc: {
    sentence: 'WebRTC, qui relie les navigateurs entre eux, est désactivé dans celui-ci.',
    help: 'Autorisez-le pour ce site, ou utilisez un autre navigateur.',
  },
  noAddresses: {
    sentence:
      'Ce navigateur ne donne à la page aucune de ses adresses : personne ne peut donc s’y connecter.',
    help: 'C’est le fait d’une extension ou d’une règle pour WebRTC. Autorisez-le pour ce site, ou utilisez un autre navigateur.',
  },
  noUdp: {
    sentence: 'Votre réseau bloque ce qui relie les gens (UDP).',
    help: 'Un pare-feu ou un VPN fait obstacle. Coupez le VPN, ou utilisez un autre réseau, comme le partage de connexion d’un téléphone.',
  },
  stunSilent: {
    sentence: 'Rien ne répond en UDP : votre réseau le bloque, ou le serveur STUN de ce site est arrêté.',
    help: 'Essayez un autre réseau, comme le partage de connexion d’un téléphone. Si c’est pareil, signalez-le à la personne qui gère ce site.',
  },
  peopleOff: {
    sentence: 'Vous avez choisi de ne pas vous connecter à d’autres personnes.',
    help: 'Ce qui manque ne peut venir que d’elles.',
  },
  tooFew: {
    sentence: (wanted) => `Vous ne vous connectez aux autres qu’à partir de ${number(wanted)} personnes.`,
    help: 'C’est réglé ainsi sous « Limites », ou par l’éditeur.',
  },
  alone: {
    sentence: 'Personne d’autre ne l’a ouvert en ce moment.',
    help: 'Demandez à la personne qui vous a envoyé le lien, ou à qui vous l’avez envoyé, de l’ouvrir. Cela continue alors tout seul.',
  },
  connecting: {
    sentence: 'La connexion est en train de se faire.',
    help: 'Cela prend quelques secondes. Regardez à nouveau si rien ne s’est fait d’ici là.',
  },
  unanswered: {
    sentence: (others) =>
      plural(others, {
        one: `${number(others)} personne devrait être là, mais personne ne répond.`,
        other: `${number(others)} personnes devraient être là, mais personne ne répond.`,
      }),
    help: 'Elles viennent peut-être de partir, ou leur appareil est en veille. Cette page continue de demander.',
  },
  noHandshake: {
    sentence: 'Un chemin vers les autres est trouvé, mais ce qui y passe n’arrive pas intact.',
    help: 'C’est le fait d’un pare-feu qui inspecte les paquets, ici ou à l’autre bout. Un autre réseau aide.',
  },
  noRelay: {
    sentence: 'Il n’y a pas de chemin direct vers les autres, et le relais de ce site ne répond pas.',
    help: 'Un autre réseau aide souvent, ici ou à l’autre bout. Si cela dure, signalez-le à la personne qui gère ce site.',
  },
  relayRefuses: {
    sentence: 'Il n’y a pas de chemin direct, et le relais de ce site vous refuse.',
    help: 'Rechargez la page. Si cela ne suffit pas, signalez-le à la personne qui gère ce site.',
  },
  symmetric: {
    sentence:
      'Votre routeur donne une autre adresse à chaque connexion, et ce site n’a pas de relais pour y remédier.',
    help: 'Utilisez un autre réseau, comme le partage de connexion d’un téléphone, ou demandez à l’autre personne d’en utiliser un.',
  },
  unreachable: {
    sentence: (others) =>
      plural(others, {
        one: `${number(others)} personne est là, mais aucun chemin n’y mène.`,
        other: `${number(others)} personnes sont là, mais aucun chemin n’y mène.`,
      }),
    help: 'Votre connexion est bonne, donc le problème vient sans doute de l’autre côté : un pare-feu, un VPN ou un réseau strict. Un autre réseau aide, à l’un ou l’autre bout.',
  },
  noData: {
    sentence: (peers) => `Parmi les connectés (${people(peers)}), personne n’a ce qui manque ici.`,
    help: 'Cela continue tout seul dès que quelqu’un qui a le reste se connecte.',
  },
  choked: {
    sentence: (peers) =>
      plural(peers, {
        one: `${number(peers)} personne l’a, et envoie en ce moment à d’autres.`,
        other: `${number(peers)} personnes l’ont, et envoient en ce moment à d’autres.`,
      }),
    help: 'Votre tour vient bientôt, en général en moins d’une minute. Certains ont choisi de ne rien envoyer.',
  },
  relayUsedUp: {
    sentence: 'Le relais de ce site ne transmet plus rien pour vous aujourd’hui.',
    help: 'Les autres ne sont joignables que par lui, et le site fixe une limite par jour. Cela reprend tout seul demain, ou aussitôt s’il y a un chemin direct : un autre réseau en a souvent un.',
  },
  dayOver: {
    sentence: 'Tout ce que vous autorisez par jour a été envoyé.',
    help: 'Cela reprend tout seul demain.',
  },
  ratioReached: {
    sentence: 'Ce partage a envoyé tout ce que sa limite permet.',
    help: 'La limite se trouve sous « Plus », avec le partage.',
  },
  clock: {
    ahead: (time) => `L’horloge de cet appareil avance de ${time}.`,
    behind: (time) => `L’horloge de cet appareil retarde de ${time}.`,
    help: 'Tout le reste va bien. Réglez-la sur automatique : certains sites et relais refusent un tel écart.',
  },
  fineShare: {
    sentence: 'Rien ne fait obstacle ici.',
    help: 'Le partage attend peut-être les autres ; regardez à nouveau dans une minute.',
  },
  finePage: {
    sentence: 'Tout ce dont cette page a besoin marche.',
    help: 'Si un partage n’avance pas, posez la question là-bas.',
  },
}

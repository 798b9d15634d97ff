import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'Gardé en ligne',
  keepOnline: 'Garder en ligne',
  askBridge: 'Demander à ce site de le récupérer',
  bridgeOffer:
    'Personne ici ne l’a. Le serveur du site le cherche chez les utilisateurs ordinaires de BitTorrent et transmet ce qu’il reçoit.',
  deleteCopy: 'Supprimer la copie du serveur',
  progress: 'Ce qu’a le serveur du site',
  offer: (days) =>
    plural(days, {
      one: `Le site garde une copie pendant ${number(days)} jour.`,
      other: `Le site garde une copie pendant ${number(days)} jours.`,
    }),
  tooLarge: (most) => `C’est trop gros pour être gardé par le serveur du site : il prend ${most} au plus.`,
  looking:
    'Le serveur du site cherche quelqu’un qui l’a. Laissez cette page ouverte jusqu’à ce qu’il ait tout.',
  fetching: (percent) =>
    `Le serveur du site en a ${percent}. Laissez cette page ouverte jusqu’à ce qu’il ait tout.`,
  kept: (day) => `Vous pouvez fermer cette page : le serveur du site garde une copie, jusqu’au ${day}.`,
  gone: 'Le serveur du site n’a plus de copie.',
  failures: {
    'too-large': 'Le serveur du site ne l’a pas gardé : c’est plus gros que ce qu’on peut y garder.',
    'no-room': 'Le serveur du site ne l’a pas gardé : toute sa place est promise à d’autres.',
    evicted: 'Le serveur du site ne le garde plus : d’autres avaient besoin de sa place.',
    'disk-full': 'Le serveur du site n’a pas pu le garder : son disque est plein.',
    incomplete: 'Le serveur du site n’a pas tout reçu à temps, et a supprimé ce qu’il avait.',
    refused: 'Le site ne permet pas à son serveur de garder ceci.',
    broken: 'Le serveur du site n’a pas pu le garder. Réessayez.',
  },
}

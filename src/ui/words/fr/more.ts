import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Plus',
  privateReview: 'Revue privée',
  linkTells: 'Les liens disent le nom et la taille à qui les reçoit',
  nameTrackers: (trackers) => `Nommer aussi ${trackers} dans le lien`,
  webCopy: 'Avec une copie sur un serveur web',
  webCopyAddress:
    'Adresse du même fichier sur un serveur web. Qui ouvre le lien reçoit de là ce que personne d’autre ne peut envoyer à temps.',
  webCopySealed:
    'Enregistrez le fichier scellé, mettez-le sur un serveur web et donnez son adresse ici : là non plus, qui n’a pas le lien ne peut pas le lire. Qui ouvre le lien reçoit de là ce que personne d’autre ne peut envoyer à temps.',
  saveSealed: 'Enregistrer le fichier scellé',
  addWebCopy: 'Ajouter une copie HTTP',
  checking: 'Vérification…',
  webCopyAdded: 'La copie est bonne, et le lien la nomme désormais. Envoyez le nouveau lien.',
  otherPrograms: 'Pour d’autres programmes',
  magnetLink: 'Lien magnet',
  copyMagnet: 'Copier le magnet',
  torrentFile: 'Fichier .torrent',
  details: 'Détails',
  infoHash: 'Info hash',
  pieces: 'Morceaux',
  piecesOf: (count, size) => `${number(count)} de ${size}`,
  trackerCount: 'Compte du tracker',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} avec tout, ${number(leechers)} sans, cette page comprise`,
  keptHere: 'Gardé dans ce navigateur',
  sinceOpened: 'Depuis l’ouverture de la page',
  receivedAndSent: (received, sent) => `${received} reçus, ${sent} envoyés`,
  peers: 'Pairs connectés',
  program: 'Programme',
  way: 'Chemin',
  relay: 'relais',
  direct: 'direct',
  has: 'A',
  youReceive: 'Vous recevez',
  youSend: 'Vous envoyez',
  peer: 'Pair',
}

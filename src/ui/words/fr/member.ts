import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Vous n’êtes plus membre de ce site. Demandez une invitation à la personne qui le gère.',
  isOne: 'Vous êtes membre de ce site.',
  sums: (sent, received) => `Vous avez envoyé ${sent} et reçu ${received}.`,
  sumsAndRatio: (sent, received, ratio) =>
    `Vous avez envoyé ${sent} et reçu ${received} : un ratio de ${ratio}.`,
  yourAddress: 'Votre adresse d’annonce',
  yourAddressWhy:
    'Pour d’autres programmes, et pour être membre dans un autre navigateur : collez-la là-bas sur cette page. Gardez-la pour vous : qui l’a passe pour vous.',
  keptForYou: 'Gardé en ligne pour vous',
  notKept: 'non gardé',
  keptWaiting: 'en attente',
  keptUntil: (day) => `jusqu’au ${day}`,
  deleteCopy: 'Supprimer la copie',
  keeperProblems: {
    quota: 'Vous gardez déjà tout ce qui est permis en ligne. Retirez d’abord autre chose.',
    full: 'Le serveur du site garde déjà tout ce qu’il peut. Réessayez plus tard.',
    often: 'Le serveur du site a reçu trop de demandes. Réessayez dans une minute.',
    members: 'Le serveur du site ne garde des partages que pour les membres.',
    refused: 'Le site ne permet pas à son serveur de garder ceci.',
    down: 'Le serveur du site ne garde rien pour l’instant. Réessayez plus tard.',
    gone: 'Il n’est plus gardé.',
    unreachable: 'Le site n’a pas répondu. Réessayez.',
  },
}

import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `« ${name} » n’a pas pu être lu.`,
  atMostFiles: (most) => `Un partage en contient au plus ${number(most)}.`,

  byCode: {
    'file-unreadable': {
      what: 'Un fichier n’a pas pu être lu.',
      why: 'Il a été modifié, déplacé ou supprimé après avoir été choisi, ou ce navigateur n’a pas le droit de le lire.',
      todo: 'Choisissez à nouveau les fichiers.',
    },
    'share-unreadable': {
      what: 'Ce partage ne peut pas être ouvert.',
      why: '',
      todo: 'Demandez un nouveau lien à la personne qui vous l’a envoyé.',
    },
    'too-many-files': {
      what: 'C’est trop de fichiers pour un seul partage.',
      why: '',
      todo: 'Partagez-les en plusieurs fois, ou mettez-les d’abord dans une archive.',
    },
    'seal-damaged': {
      what: 'Ce partage ne peut pas être ouvert.',
      why: 'La clé de son lien ne convient pas, ou le contenu scellé est abîmé.',
      todo: 'Copiez encore une fois le lien entier, ou demandez-en un nouveau à la personne qui l’a envoyé.',
    },
    'manifest-impossible': {
      what: 'Ce partage ne peut pas être ouvert.',
      why: 'Ce qu’il dit de ses fichiers est impossible : son auteur a utilisé un programme défectueux, ou a de mauvaises intentions.',
      todo: 'Demandez à la personne qui l’a envoyé de repartager les fichiers.',
    },
    'seal-expired': {
      what: 'Ce partage a pris fin.',
      why: 'Ce que cette page en avait est effacé.',
      todo: 'Demandez-lui de le partager à nouveau.',
    },
    'seal-newer': {
      what: 'Ce partage ne peut pas être ouvert ici.',
      why: 'Il a été scellé par une version plus récente de ce programme.',
      todo: 'Rechargez la page, ou ouvrez le lien sur le site d’où il vient.',
    },
    'too-large-to-seal': {
      what: 'Ces fichiers ne peuvent pas être scellés.',
      why: 'Ils sont trop gros ensemble.',
      todo: 'Partagez-les en plusieurs fois.',
    },
    'files-changed': {
      what: 'Ce partage ne peut plus envoyer.',
      why: 'Un de ses fichiers a été modifié, déplacé ou supprimé, et ce qui est envoyé doit être exactement ce qui a été partagé.',
      todo: 'Remettez le fichier en place et réessayez, ou repartagez les fichiers.',
    },
    'disk-full': {
      what: 'Il n’y a plus de place.',
      why: 'Le disque, ou la part que ce navigateur en donne aux sites, est plein. Ce qui était arrivé est gardé.',
      todo: 'Retirez d’autres partages ou libérez de la place sur le disque, puis réessayez.',
    },
    'no-disk': {
      what: 'Ce partage est trop gros pour ce navigateur.',
      why: 'Il ne donne pas de disque à la page, comme dans les fenêtres privées, et la mémoire n’en contient pas autant.',
      todo: 'Ouvrez le lien dans une fenêtre ordinaire, ou dans un autre navigateur.',
    },
    'store-in-use': {
      what: 'Ce partage est ouvert dans un autre onglet.',
      why: 'Deux onglets ne peuvent pas écrire les mêmes fichiers.',
      todo: 'Continuez dans l’autre onglet, ou fermez-le et réessayez ici.',
    },
    'files-damaged': {
      what: 'Ce partage ne peut plus envoyer.',
      why: 'Un de ses fichiers n’est plus ce qui a été partagé, et ce qui est envoyé doit l’être exactement.',
      todo: 'Remettez le fichier tel qu’il était et réessayez, ou repartagez les fichiers.',
    },
    'store-broken': {
      what: 'Le navigateur n’a pas pu garder ou lire les données de ce partage.',
      why: 'Son stockage a signalé une erreur. Ce qui était arrivé est peut-être encore là.',
      todo: 'Réessayez ; si cela ne suffit pas, rechargez la page.',
    },
    unexpected: {
      what: 'Quelque chose s’est mal passé dans cette page.',
      why: '',
      todo: 'Réessayez. Ce qui était arrivé est gardé.',
    },
  },
}

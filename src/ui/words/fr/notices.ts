import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const linksOpened = (count: number) =>
  plural(count, {
    one: `${number(count)} lien ouvert.`,
    other: `${number(count)} liens ouverts.`,
  })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) =>
    `Le navigateur n’a pas le droit de lire ${names}. Autorisez-le, ou choisissez d’autres fichiers.`,
  folderEmpty: 'Il n’y a aucun fichier là-dedans : le dossier est vide. Choisissez-en un autre.',
  pasteNotOpened: (why) => `Cela n’a pas marché. ${why}`,
  linksOpened,
  someLinksOpened: (count, left) =>
    `${linksOpened(count)} ${plural(left, {
      one: `${number(left)} de plus n’a pas tenu : collez-le dans un second temps.`,
      other: `${number(left)} de plus n’ont pas tenu : collez-les dans un second temps.`,
    })}`,
  torrentNotOpened: (name, why) => `« ${name} » n’a pas pu être ouvert comme torrent. ${why}`,
  launchNotRead: (name) => `« ${name} » n’a pas pu être lu. Ouvrez-le encore une fois.`,
  sharedMissed: 'Rien n’est arrivé ici. Partagez encore une fois, ou choisissez les fichiers sur cette page.',
  sharedTooLarge: 'C’est trop pour une seule fois. Choisissez plutôt les fichiers sur cette page.',
  filesAsk: (files) => `Une autre application ou un autre site vous propose d’envoyer ceci : ${files}.`,
  textAsks: 'Une autre application ou un autre site vous propose d’envoyer un texte.',
  memberAlready: 'Vous êtes déjà membre de ce site. L’invitation reste pour d’autres.',
  memberNow:
    'Vous êtes maintenant membre de ce site. Ce navigateur s’en souvient ; il n’y a rien d’autre à faire.',
  memberForNow:
    'Vous êtes membre de ce site jusqu’à ce que vous fermiez cette page : ce navigateur ne retient rien pour lui.',
  memberNotYet: (why) => `Vous n’êtes pas encore membre. ${why}`,
  invitationVoid:
    'Cette invitation ne marche plus : elle est épuisée, expirée ou a été retirée. Demandez-en une autre.',
  passkeyVoid: 'La passkey de cette adresse n’est pas valable ici, ou ne l’est plus.',
  membershipEnded: 'Vous n’êtes plus membre de ce site. Demandez une invitation à la personne qui le gère.',
  membersOnly: 'Ce site est réservé aux membres. Demandez un lien d’invitation et ouvrez-le ici.',
  fileNotSaved: (name, why) => `« ${name} » n’a pas pu être enregistré. ${why}`,
  folderNotSaved: (why) => `Tous les fichiers n’ont pas pu être enregistrés. ${why}`,
  folderSaved: (folder) => `Tous les fichiers sont dans « ${folder} ».`,
  renamed: (from, to) => `« ${from} » n’est pas un nom qu’on peut écrire : il s’appelle « ${to} ».`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `« ${from} » n’est pas un nom qu’on peut écrire : il s’appelle « ${to} », et ${number(more)} autre nom a aussi changé.`,
      other: `« ${from} » n’est pas un nom qu’on peut écrire : il s’appelle « ${to} », et ${number(more)} autres noms ont aussi changé.`,
    }),
  zipNotSaved: (why) => `Le ZIP n’a pas pu être enregistré. ${why}`,
  zipCancelled: 'Le téléchargement du ZIP a été annulé.',
  zipSaved: 'Le ZIP est dans vos téléchargements.',
}

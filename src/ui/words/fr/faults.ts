import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Quelque chose d’inattendu s’est produit.',
  fileChanged: 'Un fichier de ce partage a été modifié, déplacé ou supprimé.',
  fileDamaged: 'Un fichier de ce partage n’est plus ce qui a été partagé.',
  copyUnusable: (why) => `Cette copie ne peut pas être utilisée. ${why}`,
  addressTooLarge: (host, most) =>
    `Ce que ${host} a envoyé dépasse ${most} : ce n’est pas un fichier .torrent. L’adresse est-elle la bonne ?`,
  serverError: (status) => `Le serveur dit : erreur ${status}.`,
  linksNotOpened: (count, of, why) =>
    `Liens qui n’ont pas pu être ouverts : ${number(count)} sur ${number(of)}. ${why}`,

  plain: {
    'nothing-chosen': 'Choisissez d’abord au moins un fichier.',
    'file-incomplete': 'Ce fichier n’est pas encore complet.',
    'data-not-open': 'Les données de ce partage ne sont pas ouvertes.',
    'share-removed': 'Ce partage a été retiré.',
    'engine-elsewhere': 'Un autre onglet a pris le relais.',
    'files-not-opened':
      'Le navigateur n’a pas ouvert les fichiers : ils ont été modifiés ou déplacés, ou il n’en avait pas le droit. Choisissez-les à nouveau.',
    'files-of-other-sizes': 'Ce ne sont pas les fichiers de ce partage : leurs tailles diffèrent.',
    'password-wrong': 'Ce n’est pas son mot de passe. Les majuscules comptent.',
    'sealed-part-damaged':
      'Une partie n’est pas ce qui a été scellé. Demandez à la personne qui l’a envoyé de le partager à nouveau.',
    'files-of-other-contents': 'Ce ne sont pas les fichiers de ce partage : leur contenu diffère.',
    'not-a-web-address': 'Ce n’est pas une adresse web : elle commence par https:// ou http://.',
    'share-not-ready': 'Le partage n’est pas encore prêt.',
    'address-error': ({ host, status }) =>
      `${host} a répondu « ${status} » au lieu d’un fichier .torrent. L’adresse est-elle encore bonne ?`,
    'address-silent': ({ host, seconds }) =>
      `${host} n’a pas répondu en ${number(seconds)} secondes. Réessayez, ou téléchargez le fichier .torrent et déposez-le ici.`,
    'address-unreachable': ({ host }) =>
      `Cette page n’a pas eu le droit de lire ${host} : la plupart des sites le refusent (CORS), ou il est hors ligne. Téléchargez plutôt le fichier .torrent et déposez-le ici.`,
    'torrent-file-too-large': 'C’est bien trop gros pour être un fichier .torrent.',
    'site-silent': 'Le site n’a pas répondu. Êtes-vous en ligne ?',
    'site-busy': 'Le site reçoit trop de demandes en ce moment. Attendez une minute.',
    'site-error': ({ status }) => `Le site a répondu par une erreur (${status}).`,
    'site-unclear': 'Le site a envoyé une configuration que cette page ne comprend pas.',
    'answer-unclear': 'Le site a envoyé une réponse que cette page ne comprend pas.',
    'not-listed': 'Le site n’a pas dit ce qu’il y a à regarder. Réessayez dans un instant.',
    'not-published': 'Le site ne publie pas cela, ou ne le publie plus.',
    'live-encrypted': 'Ce direct est chiffré : il ne peut pas être montré ici.',
    'server-silent': 'Le serveur n’a pas répondu. Tourne-t-il, et êtes-vous en ligne ?',
    'insecure-address':
      'Shoal a besoin d’une adresse sûre : ouvrez cette page en https, ou sur cet appareil à http://localhost.',
    'no-webrtc': 'Ce navigateur n’offre pas WebRTC, ou il est désactivé : il ne peut donc joindre personne.',
    'outdated-page':
      'Une version plus récente de Shoal tourne dans ce navigateur. Rechargez cette page ; rien n’est perdu.',
    'engine-not-loaded':
      'Shoal n’a pas pu charger la partie qui transfère les fichiers. Vérifiez votre connexion et réessayez, ou rechargez la page.',
    'part-not-loaded':
      'La partie qui s’en charge n’a pas pu être chargée. Vérifiez votre connexion et réessayez, ou rechargez la page.',
    'no-worker-to-save':
      'Ce navigateur ne laisse pas la page écrire ses propres téléchargements (c’est souvent le cas des fenêtres privées). Les fichiers peuvent toujours être enregistrés un par un.',
    'no-worker-to-play':
      'Ce navigateur ne laisse pas la page lire ce qui est encore en train d’arriver (c’est souvent le cas des fenêtres privées). Vous pourrez l’enregistrer une fois arrivé.',
    'worker-silent-to-save': 'Le navigateur n’a pas démarré la partie qui l’écrit.',
    'worker-silent-to-play': 'Le navigateur n’a pas démarré la partie qui le lit.',
    'download-not-begun': 'Le navigateur n’a pas commencé le téléchargement.',
    'download-lost':
      'Le navigateur s’est arrêté au milieu ; ce qu’il a écrit n’est pas complet. Merci de réessayer.',
    'no-room-to-save': 'Il n’y a plus de place sur le disque. Libérez-en, puis réessayez.',
    'place-refused': 'Le navigateur n’a pas le droit d’écrire là. Choisissez un autre endroit.',
    'file-busy': 'Un autre programme a ouvert ce fichier. Fermez-le, ou choisissez un autre nom.',
    'source-changed': 'Un de ses fichiers a été modifié, déplacé ou supprimé.',
    'source-gone': 'Un fichier ou son dossier a été déplacé ou supprimé entre-temps.',
    'no-hls': 'Ce navigateur ne peut pas lire les films en plusieurs qualités (HLS).',
    'film-broken': 'Une partie du film n’a pas pu être lue ou décodée.',
    'not-readable-now': 'Lecture impossible pour l’instant.',
    'note-too-long': 'C’est plus que n’en contient une note. Raccourcissez-la, ou faites-en deux.',
    'written-too-much':
      'Vous avez écrit ici autant qu’une personne le peut. Supprimez d’abord quelque chose.',
    'thread-full':
      'Cette conversation est pleine : votre réponse ne serait pas vue. Écrivez plutôt une nouvelle note, ou supprimez quelques-unes de vos réponses.',
    'review-full':
      'Cette revue est pleine. Votre note n’atteindrait personne. Supprimez-en quelques-unes des vôtres pour faire de la place, ou commencez une revue privée.',
    'review-full-of-people': ({ people }) =>
      `Cette revue est pleine : ${number(people)} personnes y ont écrit. Votre note n’atteindrait personne. Masquez les notes de quelqu’un pour faire de la place à la vôtre, ou commencez une revue privée.`,
    'reads-only': 'Vous avez ouvert cette revue par son lien de lecture : vous pouvez lire, pas écrire.',
    'notes-taken-over': 'Un autre onglet a pris le relais.',
    'author-forked': 'Plus personne ne croit cet auteur.',
    'notes-of-odd-ending':
      'Ce fichier ne se termine ni par .md, ni par .csv, .vtt, .srt ou .edl : on ne sait donc pas comment le lire.',
    'notes-too-large': 'Ce fichier est bien trop gros pour être une liste de notes.',
    'notes-not-text': 'Ce fichier n’est pas du texte (UTF-8). Enregistrez-le ainsi, et réessayez.',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: `Rien dans ce fichier ne se lit comme une note : ${number(skipped)} entrée sans mots ou sans temps.`,
        other: `Rien dans ce fichier ne se lit comme une note : ${number(skipped)} entrées sans mots ou sans temps.`,
      }),
    'no-notes-in-it': 'Il n’y a pas de notes dans ce fichier.',
    'notes-elsewhere': 'Les notes sont maintenant dans un autre onglet.',
  },

  intake: {
    'text-too-long': 'Ce texte est bien trop long pour être un lien.',
    'nothing-pasted': 'Il n’y a encore rien à ouvrir. Collez un lien.',
    'no-link': 'Ce n’est ni un lien, ni un lien magnet, ni un info hash, ni l’adresse d’un fichier .torrent.',
    'hash-of-odd-length': ({ digits }) =>
      `Un info hash a 40 chiffres hexadécimaux ; celui-ci en a ${number(digits)}. A-t-il été copié en entier ?`,
    'link-without-hash': 'Ce lien est abîmé après le #. A-t-il été copié en entier ?',
    'review-damaged':
      'La fin de ce lien, qui ouvre sa revue privée, est abîmée. A-t-il été copié en entier ?',
    'key-damaged': 'La fin de ce lien, qui ouvre ce qui est scellé, est abîmée. A-t-il été copié en entier ?',
    'address-damaged': 'Cette adresse web est abîmée. A-t-elle été copiée en entier ?',
    'magnet-without-hash':
      'Ce lien magnet n’a pas d’info hash valable (xt=urn:btih:…). A-t-il été copié en entier ?',
    'link-of-version-2':
      'C’est un torrent en BitTorrent version 2 seulement, qui n’est pas encore pris en charge.',
  },

  origin: {
    'origin-unreachable': 'Elle n’est pas accessible depuis cette page.',
    'origin-silent': 'Elle ne répond pas, ou bien trop lentement.',
    'origin-stopped': 'Elle s’est arrêtée au milieu.',
    'origin-error': ({ status }) => `Elle répond par une erreur (${status}).`,
    'origin-lacks-file': 'Le fichier ne s’y trouve pas.',
    'origin-refuses': 'Elle ne donne pas le fichier à tout le monde.',
    'origin-without-ranges': 'Elle ne peut pas envoyer une partie d’un fichier.',
    'origin-other-range': 'Elle envoie une autre partie que celle demandée.',
    'origin-shorter': 'Son fichier est plus court.',
    'origin-other-size': 'Son fichier a une autre taille.',
    'origin-differs': 'Son contenu diffère de ce partage.',
    'origin-false': 'Elle envoie autre chose que ce qui est partagé.',
    'origin-by-http':
      'Elle n’est là qu’en http, et cette page est arrivée en https : les navigateurs le refusent.',
  },

  server: {
    'address-busy': 'Le serveur dit : trop de demandes depuis votre adresse.',
    'database-busy': 'Le serveur dit : sa base de données est occupée, réessayez.',
    failed: 'Le serveur dit : cela n’a pas marché ; son journal dit pourquoi.',
    'host-unknown': 'Le serveur dit : l’en-tête Host manque ou est faux.',
    'link-void':
      'Le serveur dit : ce lien est inconnu, expiré ou déjà ouvert ; le serveur en affiche un autre.',
    'no-data-folder': 'Le serveur dit : il n’y a pas de dossier de données.',
    'no-such-invitation': 'Le serveur dit : cette invitation n’existe pas.',
    'no-such-member': 'Le serveur dit : ce membre n’existe pas.',
    'no-such-token': 'Le serveur dit : ce jeton n’existe pas.',
    'not-an-admin': 'Ce navigateur n’est plus celui d’un admin.',
    'revoked-before': 'Le serveur dit : cette adhésion a été retirée.',
    'swarm-empty': 'Le serveur dit : il n’y a personne dans cet essaim.',
    'torrent-unknown': 'Le serveur dit : ce torrent est inconnu.',
  },
}

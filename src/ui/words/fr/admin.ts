import type { AdminWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const haveIt = (count: number) =>
  plural(count, { one: `${number(count)} l’a`, other: `${number(count)} l’ont` })
const fetchIt = (count: number) =>
  plural(count, { one: `${number(count)} le récupère`, other: `${number(count)} le récupèrent` })

export const admin: AdminWords = {
  title: 'Administration de Shoal',
  titleOf: (view) => `${view} · Administration de Shoal`,
  brand: 'admin',
  toSiteLabel: 'Shoal, vers le site',
  asking: 'Demande au serveur…',
  signOut: 'Se déconnecter',
  viewsLabel: 'Vues',
  views: {
    overview: 'Aperçu',
    torrents: 'Torrents',
    members: 'Membres',
    invitations: 'Invitations',
    keeper: 'Gardien',
    tokens: 'Jetons',
  },
  delete: 'Supprimer',
  pages: 'Pages',
  range: (first, last, total) => `${number(first)}–${number(last)} sur ${number(total)}`,
  newer: 'Plus récents',
  older: 'Plus anciens',
  back: 'Retour',
  on: 'Suite',
  made: (date) => `créé le ${date}`,
  memberNumber: (id) => `Membre ${id}`,
  ratio: (ratio) => `ratio ${ratio}`,
  noRatio: 'pas encore de ratio',
  now: 'maintenant',

  strangerHeading: 'Cette page est réservée aux admins du site.',
  strangerWhy:
    'Pour le devenir, ouvrez le lien que le serveur affiche à son premier démarrage. Il marche une fois. Pour en avoir un autre, lancez ceci là où tourne le serveur, avec ses réglages :',
  toSite: 'Vers le site',

  overview: {
    modes: {
      open: 'Ouvert : tout le monde peut partager tout ce qui n’est pas bloqué.',
      listed: 'Sur liste : tout le monde peut récupérer ce que des membres ont enregistré.',
      private: 'Privé : seuls les membres partagent et récupèrent, et seulement ce qui est enregistré.',
    },
    spanLabel: 'Période des graphiques',
    lastHour: 'Dernière heure',
    lastDay: 'Dernier jour',
    anHourAgo: 'il y a une heure',
    aDayAgo: 'il y a un jour',
    people: 'personnes',
    swarms: 'essaims',
    members: 'membres',
    torrents: 'torrents',
    connections: (sockets, others) =>
      `Navigateurs connectés par WebSocket : ${number(sockets)} ; autres programmes par HTTP et UDP : ${number(others)}.`,
    peopleInSwarms: 'Personnes dans les essaims',
    messages: 'Messages',
    coreTime: 'Temps d’un cœur',
    memory: 'Mémoire',
    atMost: (value) => `au plus ${value}`,
    drawnLater: 'Se dessine avec le temps.',
    backup: 'Sauvegarde',
    backupWhy: 'Une copie des membres, des torrents et des comptes, sans rien interrompre.',
    backUpNow: 'Sauvegarder',
    backedUp: (file) => `Copié dans backups/${file}, dans le dossier de données du serveur.`,
    largest: 'Plus grands essaims',
    haveIt: 'l’ont',
    fetchIt: 'le récupèrent',
    nobodyShares: 'Personne ne partage rien en ce moment.',
    haveAndFetch: (seeds, leechers) =>
      plural(seeds, {
        one: `${number(seeds)} personne l’a, ${fetchIt(leechers)}`,
        other: `${number(seeds)} personnes l’ont, ${fetchIt(leechers)}`,
      }),
  },

  swarm: {
    heading: (name) => `Qui partage « ${name} »`,
    columns: { program: 'Programme', reachedBy: 'Joint par', does: 'Ce qu’il fait', member: 'Membre' },
    hasIt: 'l’a',
    hasPart: 'en a une partie, n’en veut pas plus',
    fetchesIt: 'le récupère',
    unknown: 'inconnu',
    address: 'adresse',
    counts: (seeds, leechers) => `${haveIt(seeds)}, ${fetchIt(leechers)}.`,
    firstOfThem: (count) => `Les ${number(count)} premiers :`,
    table: 'Pairs de cet essaim',
    block: 'Bloquer',
    blocked: (name) => `« ${name} » est bloqué : personne n’y trouve de pairs ici.`,
    listed: (name) => `« ${name} » est sur la liste.`,
  },

  torrents: {
    heading: 'Torrents',
    about:
      'Ce que des membres ont enregistré. Un torrent bloqué n’est servi à personne, dans aucun mode, et ne peut pas être enregistré à nouveau.',
    empty: 'Aucun torrent n’est encore enregistré. Ce que les membres partagent apparaît ici tout seul.',
    noneFits: 'Aucun torrent ne correspond.',
    searchLabel: 'Chercher des torrents par nom ou info hash',
    search: 'Nom ou info hash',
    which: 'Quels torrents',
    any: 'Tous',
    states: { listed: 'Sur liste', pending: 'En attente', blocked: 'Bloqués' },
    haveIt,
    fetchIt,
    downloads: (count) =>
      plural(count, {
        one: `${number(count)} téléchargement`,
        other: `${number(count)} téléchargements`,
      }),
    seeWho: 'Voir qui',
    approve: 'Approuver',
    unblock: 'Débloquer',
    remove: 'Retirer',
    removeHeading: (name) => `Retirer « ${name} » ?`,
    removeText:
      'Le tracker l’oublie, et ne le sert plus là où les torrents doivent être enregistrés. N’importe quel membre peut l’enregistrer à nouveau : bloquez-le pour l’écarter.',
  },

  members: {
    heading: 'Membres',
    about:
      'Qui peut utiliser ce tracker avec sa propre passkey. Ce qu’ils ont envoyé et reçu est ce que leurs programmes ont dit, pour autant que ce soit possible.',
    empty: 'Personne n’est encore membre. Invitez quelqu’un : le lien en fait un membre.',
    noneFits: 'Aucun membre ne correspond.',
    searchLabel: 'Chercher des membres par nom ou invitation',
    search: 'Nom ou invitation',
    sent: (size) => `${size} envoyés`,
    received: (size) => `${size} reçus`,
    since: (date) => `depuis le ${date}`,
    sinceUntil: (from, to) => `du ${from} au ${to}`,
    revoked: 'Exclu',
    seeTorrents: 'Voir les torrents',
    newPasskey: 'Nouvelle passkey',
    revoke: 'Exclure',
    isRevoked: (name) => `« ${name} » n’est plus membre.`,
    revokeHeading: (name) => `Exclure « ${name} » ?`,
    revokeText:
      'L’accès est coupé aussitôt, et impossible de revenir sans autre invitation. C’est irréversible ; ce qui a été envoyé et reçu reste dans la liste.',
    passkeyHeading: (name) => `Une nouvelle passkey pour « ${name} » ?`,
    passkeyText:
      'L’ancienne ne vaut plus rien aussitôt, comme il se doit quand elle a fuité. Vous obtenez une nouvelle adresse d’annonce à envoyer à ce membre.',
    changeIt: 'Changer',
    newAddress: (name) => `La nouvelle adresse de « ${name} »`,
    newAddressText:
      'Ne l’envoyez qu’à cette personne. Collée sur la première page du site, elle refait de son navigateur un membre ; les autres programmes la prennent comme tracker. Elle n’est montrée que maintenant.',
    forUdp: 'Pour les programmes qui préfèrent UDP',
    accountHeading: (name) => `Ce que « ${name} » a envoyé et reçu`,
    nothingBooked: 'Rien n’a encore été compté.',
    inAll: (sent, received, ratio) => `En tout, ${sent} envoyés et ${received} reçus : ${ratio}.`,
    table: 'Torrents de ce membre',
    columns: ['Torrent', 'Envoyé', 'Reçu', 'Ratio'],
  },

  invitations: {
    heading: 'Invitations',
    about:
      'Les liens qui peuvent encore faire de quelqu’un un membre. Ceux qui sont épuisés ou expirés ne sont pas montrés.',
    empty: 'Aucune invitation n’attend d’être utilisée.',
    invite: 'Inviter…',
    numbered: (id) => `Invitation ${id}`,
    usesLeft: (count) =>
      plural(count, {
        one: `encore ${number(count)} utilisation`,
        other: `encore ${number(count)} utilisations`,
      }),
    expires: (when) => `expire ${when}`,
    deleteHeading: 'Supprimer cette invitation ?',
    deleteText: 'Son lien ne fait plus de personne un membre. Les membres venus par elle restent.',
    inviteHeading: 'Inviter',
    readyHeading: 'L’invitation est prête',
    ready: (date) => `Qui ouvre ce lien devient membre, jusqu’au ${date}. Il n’est montré que maintenant.`,
    readyForMany: (count, date) =>
      `Qui ouvre ce lien devient membre, ${number(count)} personnes au plus, jusqu’au ${date}. Il n’est montré que maintenant.`,
    link: 'Lien d’invitation',
    copyLink: 'Copier le lien',
    qrLabel: 'QR code du lien d’invitation',
    forWhom: 'Pour qui',
    onlyAdmins: 'Seuls les admins le voient',
    howMany: 'Combien de personnes elle peut rendre membres',
    validFor: 'Valable',
    aDay: 'Un jour',
    aWeek: 'Une semaine',
    aMonth: 'Un mois',
    aYear: 'Un an',
    make: 'Créer le lien',
  },

  keeper: {
    heading: 'Gardien',
    about: 'Un pair à côté du serveur, qui garde les partages en ligne quand tout le monde est parti.',
    taken: (taken, space) => `${taken} sur ${space} sont occupés.`,
    takenAndDown: (taken, space) =>
      `${taken} sur ${space} sont occupés. Il ne tourne pas en ce moment : le journal du serveur dit pourquoi.`,
    empty: 'Rien n’est encore gardé. « Garder en ligne », sur la page d’un partage, le demande.',
    none: 'Le serveur n’a pas de gardien : le réglage KEEPER lui en donne un.',
    order: 'Ordre',
    bySize: 'Par taille',
    byUse: 'Par dernière utilisation',
    states: {
      none: 'Non gardé',
      waiting: 'En attente',
      fetching: 'En réception',
      kept: 'Gardé',
      failed: 'Échec',
    },
    failures: {
      'too-large': 'plus gros que ce qui peut être gardé',
      'no-room': 'pas de place pour lui',
      evicted: 'd’autres avaient besoin de sa place',
      'disk-full': 'le disque est plein',
      incomplete: 'tout n’est pas arrivé à temps',
      refused: 'non servi ici',
      broken: 'n’a pas pu être lu ou écrit',
    },
    sizeNotKnown: 'taille inconnue',
    here: (size) => `${size} ici`,
    wanted: (when) => `demandé ${when}`,
    until: (date) => `jusqu’au ${date}`,
    deleteHeading: (name) => `Supprimer la copie de « ${name} » ?`,
    deleteText:
      'Le serveur supprime sa copie et oublie qui l’a demandée. Elle peut être demandée à nouveau : bloquez le torrent pour l’écarter.',
  },

  tokens: {
    heading: 'Jetons',
    about: 'Des clés pour les programmes : avec l’une d’elles, ils peuvent tout ce que peut cette page.',
    empty: 'Aucun programme n’a de jeton.',
    forWhatLabel: 'À quoi sert le jeton',
    forWhat: 'À quoi il sert',
    make: 'Créer un jeton',
    described: (page, header) =>
      `Tout ce que fait cette page est décrit dans ${page}. Un programme envoie son jeton sous la forme ${header}.`,
    made: 'Le jeton',
    copyNow: 'Copiez-le maintenant : il n’est montré que cette fois.',
    token: 'Jeton',
    deleteHeading: (name) => `Supprimer « ${name} » ?`,
    deleteText: 'Les programmes qui l’utilisent sont refusés aussitôt. C’est irréversible.',
  },
}

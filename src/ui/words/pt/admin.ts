import type { AdminWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const haveIt = (count: number) =>
  plural(count, { one: `${number(count)} tem`, other: `${number(count)} têm` })
const fetchIt = (count: number) =>
  plural(count, { one: `${number(count)} baixa`, other: `${number(count)} baixam` })

export const admin: AdminWords = {
  title: 'Administração do Shoal',
  titleOf: (view) => `${view} · Administração do Shoal`,
  brand: 'administração',
  toSiteLabel: 'Shoal, ir para o site',
  asking: 'Perguntando ao servidor…',
  signOut: 'Sair',
  viewsLabel: 'Seções',
  views: {
    overview: 'Visão geral',
    torrents: 'Torrents',
    members: 'Membros',
    invitations: 'Convites',
    keeper: 'Keeper',
    tokens: 'Tokens',
  },
  delete: 'Apagar',
  pages: 'Páginas',
  range: (first, last, total) => `${number(first)}–${number(last)} de ${number(total)}`,
  newer: 'Mais novos',
  older: 'Mais antigos',
  back: 'Voltar',
  on: 'Avançar',
  made: (date) => `criado em ${date}`,
  memberNumber: (id) => `Membro ${id}`,
  ratio: (ratio) => `proporção ${ratio}`,
  noRatio: 'ainda sem proporção',
  now: 'agora',

  strangerHeading: 'Esta página é para os administradores do site.',
  strangerWhy:
    'Para ser um deles, abra o link que o servidor mostra quando inicia pela primeira vez. Ele funciona uma vez. Para obter outro, rode isto onde o servidor roda, com as configurações do servidor:',
  toSite: 'Ir para o site',

  overview: {
    modes: {
      open: 'Aberto: todos podem compartilhar tudo o que não está bloqueado.',
      listed: 'Listado: todos podem baixar o que os membros registraram.',
      private: 'Privado: só membros compartilham e baixam, e só o que está registrado.',
    },
    spanLabel: 'Período mostrado nos gráficos',
    lastHour: 'Última hora',
    lastDay: 'Último dia',
    anHourAgo: 'há uma hora',
    aDayAgo: 'há um dia',
    people: 'pessoas',
    swarms: 'enxames',
    members: 'membros',
    torrents: 'torrents',
    connections: (sockets, others) =>
      `${number(sockets)} navegadores conectados por WebSocket, ${number(others)} outros programas por HTTP e UDP.`,
    peopleInSwarms: 'Pessoas em enxames',
    messages: 'Mensagens',
    coreTime: 'Tempo de um núcleo',
    memory: 'Memória',
    atMost: (value) => `no máximo ${value}`,
    drawnLater: 'Aparece com o passar do tempo.',
    backup: 'Backup',
    backupWhy: 'Uma cópia de membros, torrents e contas, feita enquanto tudo continua.',
    backUpNow: 'Fazer backup',
    backedUp: (file) => `Copiado para backups/${file} na pasta de dados do servidor.`,
    largest: 'Maiores enxames',
    haveIt: 'têm',
    fetchIt: 'baixam',
    nobodyShares: 'Ninguém está compartilhando nada neste momento.',
    haveAndFetch: (seeds, leechers) => {
      const fetching = plural(leechers, {
        one: `${number(leechers)} baixa`,
        other: `${number(leechers)} baixam`,
      })
      return plural(seeds, {
        one: `${number(seeds)} pessoa tem, ${fetching}`,
        other: `${number(seeds)} pessoas têm, ${fetching}`,
      })
    },
  },

  swarm: {
    heading: (name) => `Quem compartilha “${name}”`,
    columns: { program: 'Programa', reachedBy: 'Alcançado por', does: 'O que faz', member: 'Membro' },
    hasIt: 'tem tudo',
    hasPart: 'tem uma parte, não quer mais',
    fetchesIt: 'baixa',
    unknown: 'desconhecido',
    address: 'endereço',
    counts: (seeds, leechers) => `${haveIt(seeds)}, ${fetchIt(leechers)}.`,
    firstOfThem: (count) => `Os primeiros ${number(count)}:`,
    table: 'Peers deste enxame',
    block: 'Bloquear',
    blocked: (name) => `“${name}” está bloqueado: ninguém encontra peers para ele aqui.`,
    listed: (name) => `“${name}” está listado.`,
  },

  torrents: {
    heading: 'Torrents',
    about:
      'O que os membros registraram. Um torrent bloqueado não é servido a ninguém, em nenhum modo, e não pode ser registrado de novo.',
    empty: 'Nenhum torrent registrado ainda. O que os membros compartilham aparece aqui sozinho.',
    noneFits: 'Nenhum torrent corresponde.',
    searchLabel: 'Buscar torrents por nome ou info hash',
    search: 'Nome ou info hash',
    which: 'Quais torrents',
    any: 'Todos',
    states: { listed: 'Listado', pending: 'Na fila', blocked: 'Bloqueado' },
    haveIt,
    fetchIt,
    downloads: (count) =>
      plural(count, { one: `${number(count)} download`, other: `${number(count)} downloads` }),
    seeWho: 'Ver quem',
    approve: 'Aprovar',
    unblock: 'Desbloquear',
    remove: 'Remover',
    removeHeading: (name) => `Remover “${name}”?`,
    removeText:
      'O tracker o esquece e deixa de servi-lo onde os torrents precisam de registro. Qualquer membro pode registrá-lo de novo: bloqueie-o para mantê-lo fora.',
  },

  members: {
    heading: 'Membros',
    about:
      'Quem pode usar este tracker com uma passkey própria. O que enviaram e receberam é o que seus programas disseram, até onde é possível.',
    empty: 'Ninguém é membro ainda. Convide alguém: o link torna a pessoa membro.',
    noneFits: 'Nenhum membro corresponde.',
    searchLabel: 'Buscar membros por nome ou convite',
    search: 'Nome ou convite',
    sent: (size) => `${size} enviados`,
    received: (size) => `${size} recebidos`,
    since: (date) => `desde ${date}`,
    sinceUntil: (from, to) => `desde ${from}, até ${to}`,
    revoked: 'Excluído',
    seeTorrents: 'Ver torrents',
    newPasskey: 'Nova passkey',
    revoke: 'Excluir',
    isRevoked: (name) => `“${name}” não é mais membro.`,
    revokeHeading: (name) => `Excluir “${name}”?`,
    revokeText:
      'A conexão cai na hora, e não dá para voltar sem outro convite. Isto não pode ser desfeito; o que foi enviado e recebido continua na lista.',
    passkeyHeading: (name) => `Uma nova passkey para “${name}”?`,
    passkeyText:
      'A antiga deixa de valer na hora, como deve ser quando ela vazou. Você recebe um novo endereço de announce para enviar à pessoa.',
    changeIt: 'Trocar',
    newAddress: (name) => `O novo endereço de “${name}”`,
    newAddressText:
      'Envie só a essa pessoa. Colado na primeira página do site, ele torna o navegador dela membro de novo; outros programas o usam como tracker. Só é mostrado agora.',
    forUdp: 'Para programas que preferem UDP',
    accountHeading: (name) => `O que “${name}” enviou e recebeu`,
    nothingBooked: 'Nada foi contabilizado ainda.',
    inAll: (sent, received, ratio) => `No total, ${sent} enviados e ${received} recebidos: ${ratio}.`,
    table: 'Torrents deste membro',
    columns: ['Torrent', 'Enviado', 'Recebido', 'Proporção'],
  },

  invitations: {
    heading: 'Convites',
    about:
      'Links que ainda podem tornar alguém membro. Os que já foram usados ou venceram não são mostrados.',
    empty: 'Nenhum convite esperando para ser usado.',
    invite: 'Convidar…',
    numbered: (id) => `Convite ${id}`,
    usesLeft: (count) =>
      plural(count, { one: `resta ${number(count)} uso`, other: `restam ${number(count)} usos` }),
    expires: (when) => `vence ${when}`,
    deleteHeading: 'Apagar este convite?',
    deleteText: 'O link dele não torna mais ninguém membro. Quem veio por ele fica.',
    inviteHeading: 'Convidar',
    readyHeading: 'O convite está pronto',
    ready: (date) => `Quem abrir este link se torna membro, até ${date}. Só é mostrado agora.`,
    readyForMany: (count, date) =>
      `Quem abrir este link se torna membro, no máximo ${number(count)} pessoas, até ${date}. Só é mostrado agora.`,
    link: 'Link do convite',
    copyLink: 'Copiar link',
    qrLabel: 'QR code do link do convite',
    forWhom: 'Para quem é',
    onlyAdmins: 'Só administradores veem',
    howMany: 'Quantas pessoas ele pode tornar membros',
    validFor: 'Válido por',
    aDay: 'Um dia',
    aWeek: 'Uma semana',
    aMonth: 'Um mês',
    aYear: 'Um ano',
    make: 'Criar o link',
  },

  keeper: {
    heading: 'Keeper',
    about: 'Um peer ao lado do servidor que mantém os compartilhamentos online quando todos já saíram.',
    taken: (taken, space) => `${taken} de ${space} em uso.`,
    takenAndDown: (taken, space) =>
      `${taken} de ${space} em uso. Ele não está funcionando no momento: o log do servidor diz por quê.`,
    empty: 'Nada é mantido ainda. “Manter online” na página de um compartilhamento faz esse pedido.',
    none: 'O servidor não tem keeper: a configuração KEEPER cria um.',
    order: 'Ordem',
    bySize: 'Por tamanho',
    byUse: 'Por último uso',
    states: {
      none: 'Não mantido',
      waiting: 'Na fila',
      fetching: 'Baixando',
      kept: 'Mantido',
      failed: 'Falhou',
    },
    failures: {
      'too-large': 'maior do que se pode manter',
      'no-room': 'não há espaço',
      evicted: 'outros precisaram do espaço',
      'disk-full': 'o disco está cheio',
      incomplete: 'nem tudo chegou a tempo',
      refused: 'não é servido aqui',
      broken: 'não foi possível ler ou gravar',
    },
    sizeNotKnown: 'tamanho desconhecido',
    here: (size) => `${size} aqui`,
    wanted: (when) => `pedido ${when}`,
    until: (date) => `até ${date}`,
    deleteHeading: (name) => `Apagar a cópia de “${name}”?`,
    deleteText:
      'O servidor apaga a cópia e esquece quem a pediu. Ela pode ser pedida de novo: bloqueie o torrent para mantê-lo fora.',
  },

  tokens: {
    heading: 'Tokens',
    about: 'Chaves para programas: com uma delas, eles podem fazer tudo o que esta página faz.',
    empty: 'Nenhum programa tem um token.',
    forWhatLabel: 'Para que serve o token',
    forWhat: 'Para que serve',
    make: 'Criar token',
    described: (page, header) =>
      `Tudo o que esta página faz está descrito em ${page}. Um programa envia seu token como ${header}.`,
    made: 'O token',
    copyNow: 'Copie agora: só é mostrado desta vez.',
    token: 'Token',
    deleteHeading: (name) => `Apagar “${name}”?`,
    deleteText: 'Os programas que o usam são recusados na hora. Isto não pode ser desfeito.',
  },
}

import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) =>
    plural(count, { one: `${number(count)} arquivo, ${size}`, other: `${number(count)} arquivos, ${size}` }),

  sealed: 'Lacrado: só quem tem o link inteiro pode ler.',
  asksPassword: 'Este compartilhamento tem senha. Pergunte a quem enviou o link.',
  password: 'Senha',
  openIt: 'Abrir',
  endsOn: (moment) => `Termina em ${moment}.`,
  sealAnew: 'Vai virar outro compartilhamento, com outro link.',
  endedMine:
    'O prazo que você definiu já passou. Seus arquivos ficam onde estão: compartilhe-os de novo para ter outro link.',
  toStart: 'Para a página inicial',
  name: 'Nome',
  youSendToo: 'Enquanto esta página estiver aberta, outras pessoas também recebem de você.',
  doneSaved: 'Pronto. Salvo.',
  doneHere: 'Pronto. Chegou tudo.',
  received: (percent, size) => `${percent} de ${size}`,
  timeLeft: (time) => `ainda ${time}`,
  percentDone: (tens) => `${number(tens)} por cento`,

  download: 'Baixar',
  resume: 'Retomar',
  pause: 'Pausar',
  openFiles: 'Abrir os arquivos',
  remove: 'Remover',
  save: 'Salvar',
  chooseAgain: {
    file: 'Escolher o arquivo de novo',
    files: 'Escolher os arquivos de novo',
    folder: 'Escolher a pasta de novo',
  },
  keepCopy: 'Guardar uma cópia neste navegador',
  keepingCopy: (percent) => `Guardando uma cópia: ${percent}`,
  copyKept: 'Há uma cópia neste navegador',
  whyACopy: 'Assim, ao recarregar, nada é pedido, e o link volta a funcionar na hora.',
  tellMe: {
    here: 'Avise quando alguém chegar',
    done: 'Avise quando terminar',
    theirs: 'Avise quando receberem',
  },
  mayNotTell: 'As notificações estão bloqueadas. Permita-as para este site e tente de novo.',
  told: {
    ownerHere: 'Chegou alguém que tem o que falta.',
    linkReady: 'O link está pronto.',
    opened: 'Alguém abriu.',
    sent: 'Alguém já tem tudo.',
  },

  removeNamed: (name) => `Remover “${name}”?`,
  removeMany: (count) =>
    plural(count, {
      one: `Remover ${number(count)} compartilhamento?`,
      other: `Remover ${number(count)} compartilhamentos?`,
    }),
  removeMine: 'O link deixa de funcionar a partir daqui. Seus arquivos ficam onde estão.',
  removeManyMine: 'Os links deixam de funcionar a partir daqui. Seus arquivos ficam onde estão.',
  removeTheirs: 'Apaga a cópia neste navegador. O que você salvou fica.',
  notRemoved: (name, why) => `Não foi possível remover “${name}”. ${why}`,
  removed: (name) => `“${name}” removido.`,
  removedMany: (count) =>
    plural(count, {
      one: `${number(count)} compartilhamento removido.`,
      other: `${number(count)} compartilhamentos removidos.`,
    }),
  undo: 'Desfazer',

  shareLink: 'Link de compartilhamento',
  copyLink: 'Copiar link',
  copyTheLink: 'Copiar o link',
  copyLinkTo: (name) => `Copiar o link de ${name}`,
  mayNotCopyLink: 'O navegador não deixa esta página copiar. O link está abaixo, em “Link e arquivos”.',
  qrCode: 'QR code',
  qrCodeOfLink: 'QR code do link de compartilhamento',
  sendOn: 'Enviar…',

  people: 'Pessoas',
  somebody: 'Alguém',
  unknownProgram: 'programa desconhecido',
  hasIt: 'tem tudo',
  looks: 'olhando',
  percentAndLeft: (percent, time) => `${percent}, ainda ${time}`,
  andMore: (count) => `e mais ${number(count)}`,
  whatOthersCallYou: 'Como os outros veem você',
  aNameIfYouLike: 'Um nome, se quiser',
  youAnd: (count) =>
    plural(count, { one: `Você e ${number(count)} pessoa.`, other: `Você e ${number(count)} pessoas.` }),
  youAndBusiest: (count, most) =>
    `Você e ${number(count)} pessoas; aqui estão as ${number(most)} mais ativas.`,
  receivedAndSent: (received, sent) =>
    `${received} recebidos, ${sent} enviados desde que esta página foi aberta.`,
  youReceive: (rate) => `Recebendo ${rate}`,
  youSend: (rate) => `Enviando ${rate}`,
  rateAtMost: (rate) => `no máximo ${rate}`,
  aMinuteAgo: 'há um minuto',
  now: 'agora',
  sends: (rate) => `envia ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} vieram de outras pessoas, ${site} de ${host}; ${sent} foram para outras pessoas.`,
  siteNotAsked: (host, why) => `${host} não está sendo usado no momento. ${why}`,

  partsHere: (count) =>
    plural(count, {
      one: 'A única parte está aqui.',
      other: `Todas as ${number(count)} partes estão aqui.`,
    }),
  partsOf: (here, count) => `${number(here)} de ${number(count)} partes aqui.`,
  partsOfAndComing: (here, count, coming) =>
    `${number(here)} de ${number(count)} partes aqui, ${number(coming)} a caminho.`,

  addressSeen: 'Quem está com este link aberto pode ver seu endereço IP.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `“Baixar” também pergunta a ${trackers} quem tem isto; ele fica sabendo seu endereço.`,
      other: `“Baixar” também pergunta a ${trackers} quem tem isto; eles ficam sabendo seu endereço.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `O link também cita ${trackers}. Ele talvez conheça mais pessoas que têm isto, mas ficaria sabendo seu endereço e o que você procura.`,
      other: `O link também cita ${trackers}. Eles talvez conheçam mais pessoas que têm isto, mas ficariam sabendo seu endereço e o que você procura.`,
    }),
  alwaysConnect: 'Conectar sempre',
  copyNear: (hosts) =>
    `O link diz que há uma cópia em ${hosts}. Isso fica na sua própria rede ou nesta máquina; use só se você conhece.`,
  useThisCopy: 'Usar esta cópia',

  otherShares: 'Outros compartilhamentos',
  select: 'Selecionar',
  selectNamed: (name) => `Selecionar ${name}`,
  selected: (count) =>
    plural(count, {
      one: `${number(count)} compartilhamento selecionado`,
      other: `${number(count)} compartilhamentos selecionados`,
    }),
  withSelected: 'O que fazer com os selecionados',
  all: 'Todos',
  none: 'Nenhum',
  findShare: 'Buscar compartilhamento',
  sortShares: 'Ordenar compartilhamentos',
  newestFirst: 'Mais novos primeiro',
  byName: 'Por nome',
  largestFirst: 'Maiores primeiro',
  noneNamed: (words) => `Nenhum deles tem “${words}” no nome.`,
  notShown: (why) => `Não é possível mostrar este compartilhamento. ${why}`,
  removeIt: 'Remover',
  linkAndFiles: 'Link e arquivos',
  link: 'Link',

  somebodyShares: 'Alguém compartilhou algo com você.',
  ofItFiles: (count) =>
    plural(count, { one: `${number(count)} arquivo dele`, other: `${number(count)} arquivos dele` }),
  nobodyContacted:
    'Você ainda não está conectado. Depois disso, este site e quem estiver com o link aberto poderão ver seu endereço IP.',
  connect: 'Conectar',
  toWatch: 'Para assistir',
  lookingWhatThereIs: 'Vendo o que há…',
  nothingPublished: 'Nada foi publicado aqui ainda.',
  live: 'Ao vivo',
  watch: (name) => `Assistir a ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: `Mais ${number(count)} arquivo vai aparecer quando o servidor terminar de ler.`,
      other: `Mais ${number(count)} arquivos vão aparecer quando o servidor terminar de ler.`,
    }),

  sealTerms: 'Senha e prazo',
  sealPassword: 'Senha, além do link',
  sealPasswordHint: 'Conte a senha por outro meio que não o do link. Ninguém poderá descobri-la por você.',
  sealEnds: 'Termina',
  sealEndsHint:
    'Depois disso não é mais compartilhado. Páginas honestas apagam a cópia; as outras ninguém pode obrigar.',
  endsNever: 'nunca',
  endsInHour: 'em uma hora',
  endsInDay: 'em um dia',
  endsInWeek: 'em uma semana',
  endsInMonth: 'em 30 dias',
  sealWith: 'Lacrar assim',
  kept: (used, free) => `${used} guardados neste navegador, ${free} livres.`,
  mayBeCleared: 'O navegador pode apagar isso quando o disco estiver cheio.',
  leftovers: (size) => `${size} são de compartilhamentos que já não estão na lista.`,
  deleteLeftovers: 'Apagar',
}

import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) =>
  plural(count, { one: `${number(count)} nota`, other: `${number(count)} notas` })
const answersOf = (count: number) =>
  plural(count, { one: `${number(count)} resposta`, other: `${number(count)} respostas` })

export const notes: NotesWords = {
  heading: 'Notas',
  private: 'privada',
  privateReadOnly: 'privada, você pode ler',
  countOpen: (count, open) =>
    plural(open, {
      one: `${number(count)}, ${number(open)} aberta`,
      other: `${number(count)}, ${number(open)} abertas`,
    }),
  shownOpen: (shown, count, open) =>
    plural(open, {
      one: `${number(shown)} de ${number(count)}, ${number(open)} aberta`,
      other: `${number(shown)} de ${number(count)}, ${number(open)} abertas`,
    }),
  noteBefore: 'Nota anterior',
  noteBeforeKey: 'Nota anterior (p)',
  nextNote: 'Próxima nota',
  nextNoteKey: 'Próxima nota (n)',
  exchange: 'Exportar ou importar',
  moreBefore: (count) => `Mostrar mais das ${number(count)} anteriores`,
  moreNotes: (count) => `Mostrar mais de ${notesOf(count)}`,
  noneLikeThat: 'Nenhuma nota é assim.',
  nothingSaid:
    'Ninguém escreveu nada ainda. Todos que têm este compartilhamento veem o que for escrito aqui, agora e depois.',
  nothingSaidPrivate:
    'Ninguém escreveu nada ainda. Todos que têm o link privado veem o que for escrito aqui, agora e depois.',

  newNote: 'Nova nota',
  sayWhatYouSee: 'Diga algo sobre o que você vê',
  saySomething: 'Diga algo sobre isto',
  drawing: 'Desenhando',
  draw: 'Desenhar',
  add: 'Adicionar nota',
  addWithStrokes: (count) =>
    plural(count, {
      one: `Adicionar nota com ${number(count)} traço`,
      other: `Adicionar nota com ${number(count)} traços`,
    }),
  about: 'Sobre',
  thisMoment: 'Este momento',
  thisPicture: 'Esta imagem',
  thisPage: 'Esta página',
  fileAsAWhole: 'O arquivo inteiro',
  everything: 'Tudo',
  atThisTime: 'Neste tempo',
  until: 'Até',
  end: 'fim',
  start: 'Início',
  startHere: 'Começa aqui',
  spanBegins: 'Um trecho começa aqui (i)',
  stop: 'Fim',
  stopHere: 'Termina aqui',
  spanEnds: 'Um trecho termina aqui (o)',
  page: 'Página',
  pageNumber: (page) => `Página ${number(page)}`,
  problems: {
    'time-unclear': 'Escreva o tempo em minutos e segundos, como 1:05.',
    'span-without-beginning': 'Um trecho precisa de um início e de um fim.',
    'span-backwards': 'Um trecho termina depois do início.',
    'page-unclear': 'Escreva a página como número.',
  },
  yourName: 'Seu nome',
  yourColour: (colour) => `Sua cor: ${colour}. Mudar`,
  inks: ['Vermelho', 'Âmbar', 'Verde', 'Turquesa', 'Azul', 'Violeta', 'Rosa', 'Branco'],

  yourNote: 'Sua nota',
  asAWhole: 'no todo',
  drawingOf: 'desenho',
  showDrawing: 'Mostrar o desenho',
  broughtBy: (name) => `trazida por ${name}`,
  edited: 'editada',
  resolved: 'resolvida',
  showAll: 'Mostrar tudo',
  strokesOnly: (count) =>
    plural(count, {
      one: `${number(count)} traço, sem palavras`,
      other: `${number(count)} traços, sem palavras`,
    }),
  save: 'Salvar',
  deleteForAll: 'Apagar para todos',
  keepIt: 'Manter',
  edit: 'Editar',
  delete: 'Apagar',
  hide: 'Ocultar',
  hideAllOf: (name) => `Ocultar todas as notas de ${name}`,
  hideWhat: (name) => `Deixa de mostrar, nesta página, tudo o que ${name} escreveu`,
  answer: 'Responder',
  yourAnswer: 'Sua resposta',
  send: 'Enviar',
  resolve: 'Resolver',
  loop: 'Em ciclo',
  copyLink: 'Copiar link da nota',
  openAgain: 'Reabrir',
  answersBefore: (count) => `Mostrar mais de ${answersOf(count)} antes`,
  answersAfter: (count) => `Mostrar mais de ${answersOf(count)} depois`,
  full: 'Esta conversa está cheia.',
  fullLeftOut: (count) =>
    plural(count, {
      one: `Esta conversa está cheia: ${number(count)} resposta de quem mais responde não é mostrada.`,
      other: `Esta conversa está cheia: ${number(count)} respostas de quem mais responde não são mostradas.`,
    }),

  search: 'Buscar',
  searchNotes: 'Buscar nas notas',
  state: 'Estado',
  allNotes: 'Todas as notas',
  open: 'Abertas',
  resolvedOnes: 'Resolvidas',
  author: 'Autoria',
  everybody: 'Todos',
  withDrawing: 'Com desenho',

  whoIsHere: 'Quem está aqui',
  isHere: 'está aqui',
  looksAtIt: 'está olhando',
  looksAt: (name) => `está olhando ${name}`,
  watchesAt: (time) => `assiste em ${time}`,
  watchesAtIn: (time, name) => `assiste em ${time} de ${name}`,
  isAt: (time) => `está em ${time}`,
  isAtIn: (time, name) => `está em ${time} de ${name}`,
  watchAlong: 'Assistir junto',
  watchAlongWith: (name) => `Assistir junto com ${name}`,
  stopWatching: 'Parar',
  stopWatchingWith: (name) => `Parar de assistir junto com ${name}`,
  andMore: (count) => `e mais ${number(count)}`,

  compare: 'Comparar',
  twoVersions: 'Duas versões',
  secondVersion: 'Segunda versão',
  noOtherFilm: 'Não há outro filme nesta página',
  layout: 'Como as duas aparecem',
  layouts: { beside: 'Lado a lado', wipe: 'Cortina', switch: 'Uma por vez' },
  wipeLine: 'Onde termina a primeira versão',
  soundOf: 'Som',
  notesOn: 'Novas notas sobre',
  offsetSeconds: 'Desvio em segundos',
  offsetFrames: 'Desvio em quadros',
  version: (which) => `Versão ${number(which)}`,
  versionNamed: (which, name) => `Versão ${number(which)}: ${name}`,
  stopComparing: 'Parar de comparar',
  secondFailed: 'Este navegador não consegue reproduzir a segunda versão.',
  drawings: 'Desenhos',
  drawingBy: (name) => `Um desenho de ${name}`,
  yourDrawing: 'Seu desenho',
  whatToDraw: 'O que desenhar',
  tools: { pen: 'Caneta', arrow: 'Seta', box: 'Caixa' },
  drawHere: 'Área de desenho',
  drawByKeys:
    'As setas movem a caneta, com Shift só um pouco. Espaço coloca um ponto, Enter termina uma linha, Esc a descarta.',
  penDid: {
    moved: (across, down) => `${number(across)} % da esquerda, ${number(down)} % do topo`,
    begun: (across, down) => `Começado em ${number(across)} % da esquerda, ${number(down)} % do topo`,
    point: (across, down) => `Ponto em ${number(across)} % da esquerda, ${number(down)} % do topo`,
    drawn: (across, down) => `Desenhado até ${number(across)} % da esquerda, ${number(down)} % do topo`,
    dropped: () => 'Não desenhado',
  },
  colour: 'Cor',
  undo: 'Desfazer',
  drawingFull: 'O desenho está cheio: não cabe mais nada.',

  saidFrom: (from) => `A partir de ${from}`,
  saidFromTo: (from, to) => `De ${from} a ${to}`,
  saidNoNotes: 'Não há notas para onde ir.',
  saidNoFurther: 'Não há mais notas.',
  saidNote: (at, of, by, text) => `Nota ${number(at)} de ${number(of)}, de ${by}: ${text}`,
  saidNew: (by, text) => `${by} escreveu: ${text}`,
  saidMany: (count) =>
    plural(count, { one: `${number(count)} nota nova`, other: `${number(count)} notas novas` }),
  aDrawing: 'um desenho',

  fullElsewhere:
    'Esta revisão está cheia: as páginas das outras pessoas não têm espaço para o que você escreve. Fica neste navegador. Elas podem abrir espaço ocultando as notas de alguém, ou você começa uma revisão privada.',
  fullHere:
    'Esta revisão está cheia: parte do que as pessoas escreveram não é mostrada aqui. Oculte as notas de alguém para abrir espaço.',
  answeredYou: (name) => `${name} respondeu a você`,
  newAnswers: (count) =>
    plural(count, { one: `${number(count)} resposta nova`, other: `${number(count)} respostas novas` }),
  showAnswer: 'Mostrar a resposta',
  fresh: 'nova',
  hiddenHere: 'Ocultos nesta página',
  isHidden: (name) => `${name} está oculto nesta página`,
  show: 'Mostrar',
  showNotesOf: (name) => `Mostrar as notas de ${name}`,
  andOthers: (count) =>
    plural(count, { one: `e mais ${number(count)} pessoa`, other: `e mais ${number(count)} pessoas` }),

  review: 'Revisão',
  withEverybody: 'Com todos',
  privateCode: (code) => `Privada ${code}`,
  inPrivate: (code) => `Esta é a revisão privada ${code}.`,
  linkToWrite: 'Link da revisão privada: quem o tem lê e escreve',
  copyLinkToWrite: 'Copiar link da revisão',
  readOnly: 'Você abriu o link só de leitura: vê o que é escrito, mas não escreve.',
  linkToRead: 'Link da revisão só de leitura',
  copyLinkToRead: 'Copiar link só de leitura',
  leaveWhy:
    'Este navegador esquece o segredo. Sem um dos links acima, ninguém volta, nem você; para quem tem um, nada muda.',
  leaveForget:
    'Apagar também as notas dela deste navegador, inclusive as minhas. O que ninguém mais tem se perde.',
  leavePrivate: 'Sair da revisão privada',
  stay: 'Ficar',
  leave: 'Sair…',
  beginAnother: 'Começar outra',
  aboutPrivate:
    'Uma revisão privada é para quem recebe de você o link dela: só essas pessoas podem ler o que está escrito ali.',
  beginPrivate: 'Começar revisão privada',
  goToOther: 'Ir para outra revisão privada?',
  youAreIn: (shown, count, asked) =>
    `Você está na revisão privada ${shown}, com ${notesOf(count)}. O link que você abriu leva a outra, ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `Você fica com as duas, lado a lado. Em ${asked}, quem tem aquele link lê o que você escreve; em ${shown}, nada muda.`,
  goTo: (code) => `Ir para ${code}`,
  stayIn: (code) => `Ficar em ${code}`,

  exchangeHeading: 'Exportar ou importar notas',
  asAFile: 'Como arquivo',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Uma lista para ler, com caixas para marcar. Contém tudo, até os desenhos.',
    },
    csv: { name: 'Tabela (CSV)', holds: 'Para planilhas. Contém tudo, até os desenhos.' },
    webvtt: {
      name: 'Legendas (WebVTT)',
      holds:
        'Notas mostradas sobre o filme em qualquer player. Só as que têm tempo; os desenhos voltam, mas os players não os mostram.',
    },
    edl: {
      name: 'Marcadores (EDL)',
      holds:
        'Para o DaVinci Resolve e outros. Só notas com tempo, exatas até o quadro como informado abaixo; sem desenhos.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Marcadores de tarefas para o Final Cut Pro. Só notas com tempo, ao fotograma conforme indicado abaixo; sem desenhos.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Marcadores para o Premiere. O mesmo.' },
  },
  framesASecond: 'Quadros por segundo',
  fromHour: 'a partir da hora',
  saveNotes: (count) => `Salvar ${notesOf(count)}`,
  reading: 'Lendo…',
  import: 'Importar de um arquivo',
  importLabel: 'Importar notas de um arquivo',
  imported: (added, answers) => `Adicionadas: ${notesOf(added)} e ${answersOf(answers)}.`,
  importedKnown: (count) =>
    plural(count, {
      one: `${number(count)} já estava aqui.`,
      other: `${number(count)} já estavam aqui.`,
    }),
  importedAstray: (count) =>
    plural(count, {
      one: `${number(count)} é de um arquivo que este compartilhamento não tem: agora vale para tudo.`,
      other: `${number(count)} são de arquivos que este compartilhamento não tem: agora valem para tudo.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: `Não foi possível ler ${number(count)} entrada.`,
      other: `Não foi possível ler ${number(count)} entradas.`,
    }),
}

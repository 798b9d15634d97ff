import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'Link de alguns arquivos',
  chooseAll: 'Escolher todos',
  chooseNone: 'Escolher nenhum',
  find: 'Buscar um arquivo pelo nome',
  sort: 'Ordenar arquivos',
  found: (found, count, size) =>
    `${number(found)} de ${plural(count, { one: `${number(count)} arquivo`, other: `${number(count)} arquivos` })}, ${size}`,
  noneNamed: (words) => `Nenhum arquivo aqui tem “${words}” no nome.`,
  fetchNamed: (name) => `Baixar ${name}`,
  linkToNamed: (name) => `Link de ${name}`,
  tickThem: 'Marque os arquivos do link. Quem o abrir ainda poderá baixar os outros.',
  linkToFiles: (count) =>
    plural(count, { one: `Link de ${number(count)} arquivo`, other: `Link de ${number(count)} arquivos` }),
  copyThisLink: 'Copiar este link',

  play: 'Reproduzir',
  playNamed: (name) => `Reproduzir ${name}`,
  preview: 'Prévia',
  previewNamed: (name) => `Prévia de ${name}`,
  closeNamed: (name) => `Fechar ${name}`,
  showLarge: (name) => `Ampliar ${name}`,
  actionsFor: (name) => `Ações para ${name}`,
  opening: 'Abrindo…',
  inside: (name) => `O que há em ${name}`,
  copyText: 'Copiar texto',
  onlyBeginning: 'Este é o começo; salve o arquivo para ver tudo.',
  cannotBeShown: (why) => `Não é possível mostrar. ${why}`,
  noPicture: 'Não é possível mostrar: o navegador não conhece este tipo de imagem.',
  pictures: 'Imagens',
  pictureBefore: 'Imagem anterior',
  nextPicture: 'Próxima imagem',
  placeOf: (place, count) => `${number(place)} de ${number(count)}`,
  page: 'Página',
  pageBefore: 'Página anterior',
  nextPage: 'Próxima página',

  player: (name) => `Player de ${name}`,
  filmAndControls: 'Filme e controles',
  startingPlayer: 'Iniciando o player…',
  closePlayer: 'Fechar player',
  previous: 'Anterior',
  next: 'Próximo',
  soundLanguage: 'Idioma do áudio',
  cannotPlay: (name) => `Este navegador não consegue reproduzir “${name}”. Salve e abra com outro programa.`,
  cannotPlayYet: (name, pause) =>
    `Este navegador não consegue reproduzir “${name}”. Baixe e abra com outro programa, ou ${pause}.`,
  pauseDownload: 'pause o download',
  onlySound: (name) => `Este navegador só reproduz o som de “${name}”. Salve e abra com outro programa.`,
  lost: (name) => `Não deu para continuar lendo “${name}”. Feche o player e reproduza de novo.`,
  waitingForNext: 'Esperando o que vem a seguir…',
  hadToWait: (times) =>
    plural(times, {
      one: `Precisou esperar ${number(times)} vez.`,
      other: `Precisou esperar ${number(times)} vezes.`,
    }),

  saveAll: 'Salvar tudo',
  saveHere: 'Salvar o que chegou',
  saveZip: 'Salvar como ZIP',
  writingFile: (place, count) => `Gravando arquivo ${number(place)} de ${number(count)}…`,
  writingZip: 'Gravando o ZIP…',
  zipProgress: 'Progresso do ZIP',
  stop: 'Parar',
}

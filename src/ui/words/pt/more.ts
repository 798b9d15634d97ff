import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Mais',
  privateReview: 'Revisão privada',
  linkTells: 'O link revela nome e tamanho a quem o recebe',
  nameTrackers: (trackers) => `Citar também ${trackers} no link`,
  webCopy: 'Com uma cópia em um servidor web',
  webCopyAddress:
    'Endereço do mesmo arquivo em um servidor web. Quem abre o link recebe de lá o que ninguém mais consegue enviar a tempo.',
  webCopySealed:
    'Salve o arquivo lacrado, coloque-o em um servidor web e informe o endereço aqui: lá também quem não tem o link não consegue ler. Quem abre o link recebe de lá o que ninguém mais consegue enviar a tempo.',
  saveSealed: 'Salvar o arquivo lacrado',
  addWebCopy: 'Incluir cópia HTTP',
  checking: 'Conferindo…',
  webCopyAdded: 'A cópia confere, e agora o link a cita. Envie o novo link.',
  otherPrograms: 'Para outros programas',
  magnetLink: 'Link magnet',
  copyMagnet: 'Copiar magnet',
  torrentFile: 'Arquivo .torrent',
  details: 'Detalhes',
  infoHash: 'Info hash',
  pieces: 'Partes',
  piecesOf: (count, size) => `${number(count)} de ${size}`,
  trackerCount: 'Contagem do tracker',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} com tudo, ${number(leechers)} sem, contando esta página`,
  keptHere: 'Guardado neste navegador',
  sinceOpened: 'Desde que a página foi aberta',
  receivedAndSent: (received, sent) => `${received} recebidos, ${sent} enviados`,
  peers: 'Peers conectados',
  program: 'Programa',
  way: 'Caminho',
  relay: 'relay',
  direct: 'direto',
  has: 'Tem',
  youReceive: 'Você recebe',
  youSend: 'Você envia',
  peer: 'Peer',
}

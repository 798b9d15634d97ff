import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Não é um arquivo .torrent, ou está danificado.',
  damaged: 'Está danificado.',
  'not-a-torrent': 'Não é um arquivo .torrent.',
  'torrent-too-large': 'É maior do que um arquivo .torrent teria motivo para ser.',
  'torrent-of-version-2': 'É um torrent de BitTorrent versão 2, que ainda não é aceito.',
  'torrent-of-no-tracker': 'É privado, e nenhum dos seus trackers pode ser alcançado de um navegador.',
  'torrent-takes-too-long': 'Demora demais para ser lido.',
  'pieces-too-short': ({ length, least }) =>
    `As partes têm ${number(length)} bytes: menos de ${number(least)} (1 KiB), e assim custam mais em mensagens do que carregam.`,
  'pieces-too-long': ({ length, most }) =>
    `As partes têm ${number(length)} bytes: mais de ${number(most)} (64 MiB), o que não cabe na memória de uma página.`,
  'torrent-of-too-many-files': ({ most }) => `Tem mais de ${number(most)} arquivos.`,
  'torrent-of-too-many-folders': 'Tem arquivos demais em pastas demais.',
  'file-too-deep': ({ most }) => `Há nele um arquivo a mais de ${number(most)} pastas de profundidade.`,
  'only-padding': 'Não tem arquivos, só preenchimento.',
}

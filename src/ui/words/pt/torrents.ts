import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Não é um arquivo .torrent, ou está danificado.',
  'bencode-cut-short': 'Está cortado.',
  'bencode-key-twice': 'Diz a mesma coisa duas vezes, e não se sabe qual vale.',
  'bencode-too-many-keys': 'Diz de si muito mais do que um torrent diz.',
  'bencode-too-deep': 'Tem mais níveis do que qualquer torrent.',
  'bencode-minus-zero': 'Há nele um número escrito como “-0”.',
  'bencode-leading-zero': 'Há nele um número que começa com zero.',
  'not-a-torrent': 'Não é um arquivo .torrent.',
  'torrent-too-large': 'É maior do que um arquivo .torrent teria motivo para ser.',
  'torrent-goes-on': 'Há algo a mais depois da descrição.',
  'torrent-of-version-2': 'É um torrent de BitTorrent versão 2, que ainda não é aceito.',
  'torrent-of-no-tracker': 'É privado, e nenhum dos seus trackers pode ser alcançado de um navegador.',
  'torrent-takes-too-long': 'Demora demais para ser lido.',
  'files-too-large': 'Os arquivos têm um tamanho impossível.',
  'piece-length-missing': 'Não diz o tamanho das partes.',
  'piece-length-senseless': 'O tamanho das partes não faz sentido.',
  'pieces-too-short': ({ length, least }) =>
    `As partes têm ${number(length)} bytes: menos de ${number(least)} (1 KiB), e assim custam mais em mensagens do que carregam.`,
  'pieces-too-long': ({ length, most }) =>
    `As partes têm ${number(length)} bytes: mais de ${number(most)} (64 MiB), o que não cabe na memória de uma página.`,
  'piece-hashes-damaged': 'Os hashes das partes estão danificados.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Tem hashes de ${number(hashes)} partes, e pelo tamanho seriam ${number(pieces)}.`,
  'file-list-damaged': 'A lista de arquivos está danificada.',
  'torrent-of-too-many-files': ({ most }) => `Tem mais de ${number(most)} arquivos.`,
  'torrent-of-too-many-folders': 'Tem arquivos demais em pastas demais.',
  'file-too-deep': ({ most }) => `Há nele um arquivo a mais de ${number(most)} pastas de profundidade.`,
  'only-padding': 'Não tem arquivos, só preenchimento.',
  'file-length-missing': 'Não diz o tamanho dos arquivos.',
  'file-too-large': 'Há nele um arquivo de tamanho impossível.',
  'file-length-negative': 'Há nele um arquivo menor que nada.',
}

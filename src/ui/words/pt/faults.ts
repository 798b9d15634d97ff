import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Algo inesperado deu errado.',
  fileChanged: 'Um arquivo deste compartilhamento foi alterado, movido ou apagado.',
  fileDamaged: 'Um arquivo deste compartilhamento não é mais o que foi compartilhado.',
  copyUnusable: (why) => `Não é possível usar esta cópia. ${why}`,
  addressTooLarge: (host, most) =>
    `O que ${host} enviou é maior que ${most}: isso não é um arquivo .torrent. O endereço está certo?`,
  serverError: (status) => `O servidor diz: erro ${status}.`,
  linksNotOpened: (count, of, why) =>
    `Não foi possível abrir ${number(count)} de ${plural(of, { one: `${number(of)} link`, other: `${number(of)} links` })}. ${why}`,

  plain: {
    'nothing-chosen': 'Escolha primeiro pelo menos um arquivo.',
    'file-incomplete': 'Este arquivo ainda não está completo.',
    'data-not-open': 'Os dados deste compartilhamento não estão abertos.',
    'share-removed': 'Este compartilhamento foi removido.',
    'engine-elsewhere': 'Outra aba assumiu.',
    'files-not-opened':
      'O navegador não abriu os arquivos: foram alterados ou movidos, ou ele não teve permissão. Escolha-os de novo.',
    'files-of-other-sizes': 'Estes não são os arquivos deste compartilhamento: os tamanhos são outros.',
    'password-wrong': 'Essa não é a senha dele. Maiúsculas contam.',
    'sealed-part-damaged':
      'Uma parte dele não é o que foi lacrado. Peça a quem enviou para compartilhar de novo.',
    'files-of-other-contents': 'Estes não são os arquivos deste compartilhamento: o conteúdo é outro.',
    'not-a-web-address': 'Isto não é um endereço da web: ele começa com https:// ou http://.',
    'share-not-ready': 'O compartilhamento ainda não está pronto.',
    'address-error': ({ host, status }) =>
      `${host} respondeu “${status}” em vez de um arquivo .torrent. O endereço ainda está certo?`,
    'address-silent': ({ host, seconds }) =>
      `${host} não respondeu em ${number(seconds)} segundos. Tente de novo, ou baixe o arquivo .torrent e solte-o aqui.`,
    'address-unreachable': ({ host }) =>
      `Esta página não teve permissão de buscar em ${host}: a maioria dos sites recusa isso (CORS), ou ele está offline. Baixe o arquivo .torrent e solte-o aqui.`,
    'torrent-file-too-large': 'É grande demais para ser um arquivo .torrent.',
    'site-silent': 'O site não respondeu. Você está online?',
    'site-busy': 'O site está recebendo pedidos demais no momento. Espere um minuto.',
    'site-error': ({ status }) => `O site respondeu com um erro (${status}).`,
    'site-unclear': 'O site enviou uma configuração que esta página não entende.',
    'answer-unclear': 'O site enviou uma resposta que esta página não entende.',
    'not-listed': 'O site não disse o que há para assistir. Tente de novo em um momento.',
    'not-published': 'O site não publica isto, ou deixou de publicar.',
    'live-encrypted': 'Esta emissão ao vivo está encriptada e não pode ser mostrada aqui.',
    'server-silent': 'O servidor não respondeu. Ele está funcionando, e você está online?',
    'insecure-address':
      'O Shoal precisa de um endereço seguro: abra esta página por https ou, nesta máquina, por http://localhost.',
    'no-webrtc':
      'Este navegador não oferece WebRTC, ou ele está desligado, então não consegue alcançar outras pessoas.',
    'outdated-page':
      'Uma versão mais nova do Shoal está em uso neste navegador. Recarregue esta página; nada se perde.',
    'engine-not-loaded':
      'O Shoal não conseguiu carregar a parte que move os arquivos. Verifique a conexão e tente de novo, ou recarregue a página.',
    'part-not-loaded':
      'Não foi possível carregar o que faz isto. Verifique a conexão e tente de novo, ou recarregue a página.',
    'no-worker-to-save':
      'Este navegador não deixa a página gravar downloads por conta própria (janelas anônimas muitas vezes não deixam). Ainda dá para salvar os arquivos um a um.',
    'no-worker-to-play':
      'Este navegador não deixa a página reproduzir o que ainda está chegando (janelas anônimas muitas vezes não deixam). Dá para salvar quando tiver chegado.',
    'worker-silent-to-save': 'O navegador não iniciou a parte que grava.',
    'worker-silent-to-play': 'O navegador não iniciou a parte que reproduz.',
    'download-not-begun': 'O navegador não começou o download.',
    'download-lost': 'O navegador parou no meio; o que ele gravou não está completo. Tente de novo.',
    'no-room-to-save': 'Não há mais espaço no disco. Libere um pouco e tente de novo.',
    'place-refused': 'O navegador não pode gravar ali. Escolha outro lugar.',
    'file-busy': 'Outro programa está com esse arquivo aberto. Feche-o ou escolha outro nome.',
    'source-changed': 'Um dos arquivos foi alterado, movido ou apagado.',
    'source-gone': 'Um arquivo ou sua pasta foi movido ou apagado nesse meio-tempo.',
    'no-hls': 'Este navegador não reproduz filmes em várias qualidades (HLS).',
    'film-broken': 'Não foi possível ler ou decodificar uma parte do filme.',
    'not-readable-now': 'Não é possível ler agora.',
    'note-too-long': 'É mais do que cabe em uma nota. Encurte ou divida em duas.',
    'written-too-much': 'Você já escreveu aqui tudo o que uma pessoa pode. Apague alguma coisa primeiro.',
    'thread-full':
      'Esta conversa está cheia: sua resposta não seria vista. Escreva uma nota nova, ou apague algumas das suas respostas.',
    'review-full':
      'Esta revisão está cheia. Sua nota não chegaria a ninguém. Apague algumas das suas para abrir espaço, ou comece uma revisão privada.',
    'review-full-of-people': ({ people }) =>
      `Esta revisão está cheia: ${number(people)} pessoas já escreveram nela. Sua nota não chegaria a ninguém. Oculte as notas de alguém para abrir espaço para as suas, ou comece uma revisão privada.`,
    'reads-only': 'Você abriu esta revisão pelo link só de leitura: pode ler, mas não escrever.',
    'notes-taken-over': 'Outra aba assumiu.',
    'author-forked': 'Ninguém mais acredita nesta autoria.',
    'notes-of-odd-ending':
      'A extensão deste arquivo não é .md, .csv, .vtt, .srt nem .edl, então não se sabe como lê-lo.',
    'notes-too-large': 'Este arquivo é grande demais para ser uma lista de notas.',
    'notes-not-text': 'Este arquivo não é texto (UTF-8). Salve-o assim e tente de novo.',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: `Nada neste arquivo pode ser lido como nota: em ${number(skipped)} entrada faltavam palavras ou tempo.`,
        other: `Nada neste arquivo pode ser lido como nota: em ${number(skipped)} entradas faltavam palavras ou tempo.`,
      }),
    'no-notes-in-it': 'Não há notas neste arquivo.',
    'notes-elsewhere': 'As notas agora estão com outra aba.',
  },

  intake: {
    'text-too-long': 'Esse texto é longo demais para ser um link.',
    'nothing-pasted': 'Ainda não há nada para abrir. Cole um link.',
    'no-link': 'Isto não é um link, um link magnet, um info hash nem o endereço de um arquivo .torrent.',
    'hash-of-odd-length': ({ digits }) =>
      `Um info hash tem 40 dígitos hexadecimais; este tem ${number(digits)}. Foi copiado por inteiro?`,
    'link-without-hash': 'Este link está danificado depois do #. Foi copiado por inteiro?',
    'review-damaged':
      'O fim deste link, que abre a revisão privada, está danificado. Foi copiado por inteiro?',
    'key-damaged': 'O fim deste link, que abre o que está lacrado, está danificado. Foi copiado por inteiro?',
    'address-damaged': 'Este endereço da web está danificado. Foi copiado por inteiro?',
    'magnet-without-hash':
      'Este link magnet não tem um info hash válido (xt=urn:btih:…). Foi copiado por inteiro?',
    'link-of-version-2': 'Este é um torrent só de BitTorrent versão 2, que ainda não é aceito.',
  },

  origin: {
    'origin-unreachable': 'Não dá para alcançá-la a partir desta página.',
    'origin-silent': 'Não responde, ou responde devagar demais.',
    'origin-stopped': 'Parou no meio.',
    'origin-error': ({ status }) => `Responde com um erro (${status}).`,
    'origin-lacks-file': 'Não tem o arquivo.',
    'origin-refuses': 'Não entrega o arquivo a qualquer um.',
    'origin-without-ranges': 'Não consegue enviar só uma parte de um arquivo.',
    'origin-other-range': 'Envia uma parte diferente da que foi pedida.',
    'origin-shorter': 'O arquivo dela é mais curto.',
    'origin-other-size': 'O arquivo dela tem outro tamanho.',
    'origin-differs': 'O conteúdo dela é diferente do deste compartilhamento.',
    'origin-false': 'Envia algo diferente do que foi compartilhado.',
    'origin-by-http': 'Só existe por http, e esta página veio por https: os navegadores recusam isso.',
  },

  server: {
    'address-busy': 'O servidor diz: pedidos demais vindos do seu endereço.',
    'database-busy': 'O servidor diz: o banco de dados está ocupado; tente de novo.',
    failed: 'O servidor diz: isto não deu certo; o log do servidor diz por quê.',
    'host-unknown': 'O servidor diz: o cabeçalho Host falta ou está errado.',
    'link-void':
      'O servidor diz: este link é desconhecido, venceu ou já foi aberto; o servidor mostra outro.',
    'no-data-folder': 'O servidor diz: não há pasta de dados.',
    'no-such-invitation': 'O servidor diz: esse convite não existe.',
    'no-such-member': 'O servidor diz: esse membro não existe.',
    'no-such-token': 'O servidor diz: esse token não existe.',
    'not-an-admin': 'Este navegador não é mais de um administrador.',
    'revoked-before': 'O servidor diz: esta participação foi retirada.',
    'swarm-empty': 'O servidor diz: não há ninguém neste enxame.',
    'torrent-unknown': 'O servidor diz: este torrent não é conhecido.',
  },
}

import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, { one: `${number(count)} pessoa`, other: `${number(count)} pessoas` })

export const status: ShareWords['status'] = {
  hashing: 'Preparando seus arquivos.',
  hashingDetail: 'O link aparece assim que terminar.',
  asleep: 'Dormindo: esta página precisa dos arquivos de novo.',
  asleepUnfinished: 'Não estavam prontos quando a página foi fechada.',
  asleepOneClick: 'O link continua o mesmo.',
  asleepChoose: 'Escolha os mesmos, e o link volta a funcionar.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} ficou de fora: o navegador não conseguiu ler.`,
      other: `${names} ficaram de fora: o navegador não conseguiu ler.`,
    }),

  nobodyHere: 'Ninguém que tem isto está online agora.',
  startsByItself: 'Começa quando quem enviou abrir a página de novo. Peça a essa pessoa.',
  othersWait: (count) =>
    plural(count, {
      one: `Conectado a ${number(count)} pessoa, que também está esperando.`,
      other: `Conectado a ${number(count)} pessoas, que também estão esperando.`,
    }),
  startsWithOwner: 'Começa sozinho assim que alguém que tem isto ficar online.',
  onlyPeopleKnow: 'Só outras pessoas podem dizer o que é isto.',
  youChoseNobody: 'Permita em “Limites de velocidade”, e isto continua.',
  asking: 'Perguntando o que é isto.',
  lookingForIt: 'Procurando pessoas que têm isto.',
  linkSays: 'É o que diz o link.',
  linkSaysSize: (size) => `${size}, segundo o link.`,

  soFar: (percent) => `${percent} já chegou e está guardado.`,
  goesOn: 'Continua sozinho assim que alguém abrir.',
  nobodyHasRest: (count) => `Conectado a ${people(count)}, mas ninguém tem o que falta aqui.`,
  waitsForTurn: (count) => `Conectado a ${people(count)}, esperando a vez.`,
  waitsForTurnDetail: 'Costuma levar menos de um minuto.',
  downloadingFromPeople: (count) => `Baixando de ${people(count)}.`,
  downloadingFromSite: (site) => `Baixando de ${site}.`,
  downloadingFromBoth: (count, site) => `Baixando de ${people(count)} e de ${site}.`,
  aboutToStart: 'Já vai começar.',

  allHere: 'Chegou tudo.',
  channel: 'É um canal ao vivo.',
  channelDetail: 'Passa enquanto é feito. Nada fica guardado.',
  connectedGoOn: 'Quem já está conectado continua.',
  sentEnough: 'Já enviou tudo o que o limite permite e não envia mais.',
  heldInMemory: 'Está só na memória: salve antes.',
  othersHave: (count) =>
    plural(count, {
      one: `${number(count)} outra pessoa tem isto.`,
      other: `${number(count)} outras pessoas têm isto.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: `${number(have)} outra pessoa tem isto`,
      other: `${number(have)} outras pessoas têm isto`,
    })
    return plural(fetching, {
      one: `${havers}, ${number(fetching)} está baixando.`,
      other: `${havers}, ${number(fetching)} estão baixando.`,
    })
  },
  mayClose: 'Você pode fechar esta página. Enquanto estiver aberta, ela ajuda os outros.',
  downloadingIt: (count) =>
    plural(count, {
      one: `${number(count)} pessoa está baixando.`,
      other: `${number(count)} pessoas estão baixando.`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'Você pode fechar esta página quando essa pessoa terminar.',
      other: 'Você pode fechar esta página quando uma delas terminar.',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      one: `${number(count)} pessoa está vendo.`,
      other: `${number(count)} pessoas estão vendo.`,
    }),
  onlyYou: 'Deixe esta página aberta: só você tem isto.',
  sendTheLink: 'Envie o link.',

  paused: 'Pausado.',
  pausedAt: (percent) => `Pausado em ${percent}.`,
  wentWrong: 'Algo deu errado.',

  connecting: 'Conectando.',
  cannotLook: 'Este site não está respondendo.',
  cannotLookNow: 'Tentando de novo agora. Você está online?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: `Nova tentativa em ${number(seconds)} segundo. Você está online?`,
      other: `Nova tentativa em ${number(seconds)} segundos. Você está online?`,
    }),
  relayUsedUp: 'O relay deste site não transmite mais nada para você hoje.',
  relayUsedUpDetail: 'Continua amanhã, ou assim que houver um caminho direto: outra rede costuma ter um.',
  refused: 'Este compartilhamento foi recusado.',
  refusedWhy: (reason) =>
    `O servidor que apresenta as pessoas diz: “${reason}”. Fale com quem cuida deste site.`,
  membersOnly: 'Este site é só para membros.',
  membersOnlyDetail: 'Peça um link de convite e abra-o aqui.',
  siteSendsNothing: 'O servidor web não está enviando no momento.',
  peopleOnceThere: (count) => `Conecta-se a outras pessoas quando houver ${number(count)}.`,
  connectingTo: (count) => `Conectando a ${people(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: `${number(count)} pessoa está lá, mas esta página não consegue alcançá-la.`,
      other: `${number(count)} pessoas estão lá, mas esta página não consegue alcançá-las.`,
    }),
  looking: 'Procurando outras pessoas.',
  wayOut: {
    'no-addresses':
      'Uma extensão ou política desligou o WebRTC. Permita-o para este site ou use outro navegador.',
    'no-udp':
      'Um firewall ou uma VPN bloqueia a conexão (UDP). Desligue a VPN ou tente outra rede, como a do celular.',
    'no-relay':
      'Não há caminho direto, e o relay deste site não responde. Outra rede costuma ajudar, de um lado ou do outro.',
    relay:
      'Sua conexão está boa. Talvez tenham acabado de sair, ou a rede deles não deixa passar nada. Ainda tentando.',
    open: 'Sua conexão está boa, mas há um firewall, uma VPN ou uma rede restrita no meio, e este site não tem relay. Outra rede ajuda, de um lado ou do outro. Ainda tentando.',
    unknown:
      'Talvez um firewall ou uma VPN esteja no caminho. Outra rede costuma ajudar, de um lado ou do outro. Ainda tentando.',
  },

  haveIt: (count) =>
    plural(count, {
      one: `${number(count)} pessoa tem isto.`,
      other: `${number(count)} pessoas têm isto.`,
    }),
  siteHasIt: (site) => `${site} tem isto.`,
  haveParts: (count) =>
    plural(count, {
      one: `${number(count)} pessoa tem partes disto.`,
      other: `${number(count)} pessoas têm partes disto.`,
    }),
  tooLittleMemory: (most) =>
    `Grande demais para uma janela privada, que guarda no máximo ${most}. Abra o link em uma janela comum.`,
  inMemory: (most) =>
    `Este navegador guarda downloads na memória até a página ser fechada, no máximo ${most}. Salve o que quiser manter.`,
}

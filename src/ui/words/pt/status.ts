import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, { one: `${number(count)} pessoa`, other: `${number(count)} pessoas` })

export const status: ShareWords['status'] = {
  hashing: 'Preparando seus arquivos.',
  hashingDetail: 'O link aparece assim que terminar.',
  asleep: 'Dormindo: esta página precisa dos arquivos de novo.',
  asleepUnfinished:
    'Eles ainda estavam sendo preparados quando a página foi fechada. Um clique os abre, e tudo recomeça.',
  asleepOneClick:
    'Depois de recarregar, o navegador pergunta antes de ler os arquivos. Um clique os abre, e o mesmo link volta a funcionar.',
  asleepChoose:
    'Depois de recarregar, o navegador esquece quais arquivos foram compartilhados. Escolha ou solte os mesmos, e o mesmo link volta a funcionar.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} ficou de fora: o navegador não conseguiu ler.`,
      other: `${names} ficaram de fora: o navegador não conseguiu ler.`,
    }),

  nobodyHere: 'Ninguém que tem isto está online agora.',
  startsByItself:
    'Começa sozinho assim que alguém abrir. Peça a quem enviou o link que abra a página de novo.',
  nobodyStartsByItself:
    'Ninguém que tem isto está online agora. Começa sozinho assim que alguém abrir. Peça a quem enviou o link que abra a página de novo.',
  othersWait: (count) =>
    plural(count, {
      one: `Conectado a ${number(count)} pessoa, que também está esperando.`,
      other: `Conectado a ${number(count)} pessoas, que também estão esperando.`,
    }),
  startsWithOwner: 'Começa sozinho assim que alguém que tem isto ficar online.',
  onlyPeopleKnow: 'Só outras pessoas podem dizer o que é isto.',
  youChoseNobody:
    'Você escolheu não se conectar a ninguém. Permita em “Limites de velocidade”, e isto continua.',
  asking: 'Perguntando o que é isto.',
  lookingForIt: 'Procurando pessoas que têm isto.',
  linkSays: 'É o que diz o link.',
  linkSaysSize: (size) => `${size}, segundo o link.`,
  waitingForSize: (size) => `Esperando ${size}.`,
  waitingForName: (name) => `Esperando “${name}”.`,
  waitingForBoth: (name, size) => `Esperando “${name}”, ${size}.`,

  soFar: (percent) => `${percent} já chegou e está guardado.`,
  goesOn: 'Continua sozinho assim que alguém abrir.',
  nobodyHasRest: (count) => `Conectado a ${people(count)}, mas ninguém tem o que falta aqui.`,
  waitsForTurn: (count) => `Conectado a ${people(count)}, esperando a vez.`,
  waitsForTurnDetail: 'Estão enviando para outras pessoas. Costuma levar menos de um minuto.',
  downloadingFromPeople: (count) => `Baixando de ${people(count)}.`,
  downloadingFromSite: (site) => `Baixando de ${site}.`,
  downloadingFromBoth: (count, site) => `Baixando de ${people(count)} e de ${site}.`,
  aboutToStart: 'Já vai começar.',

  allHere: 'Chegou tudo.',
  allHereNobody: 'Você escolheu não se conectar a outras pessoas, então nada é enviado a elas.',
  connectedGoOn: 'Quem já está conectado continua.',
  sentEnough: 'Já enviou tudo o que o limite permite e não envia mais.',
  heldInMemory: 'Está só na memória: antes disso, salve o que quiser guardar.',
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
  sendTheLink:
    'Envie o link a quem deve receber. Ele funciona enquanto alguém que tem isto deixar a página aberta.',

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
  relayUsedUpDetail:
    'Os outros só são alcançados por ele, e o site define um limite por dia. Amanhã continua sozinho, ou assim que houver um caminho direto: outra rede costuma ter um.',
  refused: 'Este compartilhamento foi recusado.',
  refusedWhy: (reason) =>
    `O servidor que apresenta as pessoas diz: “${reason}”. Fale com quem cuida deste site.`,
  membersOnly: 'Este site é só para membros.',
  membersOnlyDetail: 'Peça um convite: o link dele torna você membro, e isto continua sozinho.',
  siteSendsNothing: 'O servidor web não está enviando no momento.',
  peopleOff: 'Você escolheu não se conectar a outras pessoas: pode permitir em “Limites de velocidade”.',
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
      'Este navegador não deixa a página se conectar a ninguém: uma extensão ou política desligou o WebRTC. Permita-o neste site ou use outro navegador.',
    'no-udp':
      'Sua rede bloqueia o que conecta as pessoas (UDP): há um firewall ou uma VPN no caminho. Desligue a VPN ou use outra rede, como a do celular; esta página continua tentando.',
    'no-relay':
      'Não há caminho direto, e o relay deste site não responde. Outra rede costuma ajudar, aqui ou do outro lado; esta página continua tentando. Se não mudar, avise quem cuida deste site.',
    relay:
      'Sua conexão está boa, e também há um relay. Talvez as outras pessoas tenham acabado de sair, ou a rede delas não deixe nada passar; esta página continua tentando.',
    open: 'Sua conexão está boa, mas há um firewall, uma VPN ou uma rede restrita entre vocês, e este site não tem um relay para contornar. Outra rede ajuda, aqui ou do outro lado; esta página continua tentando.',
    unknown:
      'Pode haver um firewall, uma VPN ou uma rede de empresa restrita no caminho, aqui ou do outro lado. Outra rede costuma ajudar; esta página continua tentando.',
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
    `Este navegador não dá espaço em disco à página, e na memória cabem no máximo ${most}: é pouco para isto. Abra o link em uma janela normal ou em outro navegador.`,
  inMemory: (most) =>
    `Este navegador não dá espaço em disco à página: o que você baixar fica na memória, no máximo ${most}, e some quando a página for fechada. Salve o que quiser guardar.`,
}

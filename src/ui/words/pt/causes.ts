import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, { one: `${number(count)} pessoa`, other: `${number(count)} pessoas` })

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Retomar',
    retry: 'Tentar de novo',
    connectToPeople: 'Conectar a pessoas',
    connectToAnybody: 'Conectar a qualquer um',
    liftDay: 'Enviar sem limite diário',
  },
  moving: { sentence: 'Está andando agora mesmo.', help: 'Nada atrapalha.' },
  paused: {
    sentence: 'Você pausou este compartilhamento.',
    help: 'Nada é enviado nem recebido até você retomar.',
  },
  asleep: {
    sentence: 'Esta página precisa dos arquivos deste compartilhamento de novo.',
    help: 'Depois de recarregar, o navegador esquece quais arquivos foram compartilhados. Abra ou escolha os mesmos, e o mesmo link volta a funcionar.',
  },
  noRoom: {
    sentence: (missing, room) => `Há pouco espaço: faltam ${missing}, e o navegador só tem mais ${room}.`,
    help: 'Remova outros compartilhamentos ou libere espaço em disco; depois isto continua.',
  },
  offline: {
    sentence: 'Este aparelho está offline.',
    help: 'Conecte-o a uma rede, e tudo continua sozinho.',
  },
  siteAway: {
    sentence: 'O site não responde.',
    help: 'Ele pode estar fora do ar, ou sua rede não deixa chegar até ele. Esta página continua tentando, e quem está conectado continua assim.',
  },
  siteError: {
    sentence: (status) => `O site responde com um erro (${status}).`,
    help: 'Só quem cuida dele pode resolver isso. Esta página continua tentando.',
  },
  socketBlocked: {
    sentence: 'Sua rede deixa a página carregar, mas bloqueia a conexão pela qual as pessoas se encontram.',
    help: 'É obra de um proxy ou antivírus que não conhece WebSockets. Use outra rede, ou peça a quem cuida da sua que os permita neste site.',
  },
  trackerSilent: {
    sentence: 'Este site está no ar, mas não apresenta ninguém.',
    help: 'Pode estar sobrecarregado ou prestes a reiniciar. Esta página continua tentando; se não mudar, avise quem cuida do site.',
  },
  membersOnly: {
    sentence: 'Este site é para membros, e este navegador não é um deles.',
    help: 'Peça um convite: o link dele torna você membro.',
  },
  refused: {
    sentence: (reason) => `Este site recusou este compartilhamento: “${reason}”.`,
    help: 'Fale com quem cuida deste site.',
  },
  noWebRtc: {
    sentence: 'O WebRTC, que conecta os navegadores entre si, está desligado neste.',
    help: 'Permita-o neste site ou use outro navegador.',
  },
  noAddresses: {
    sentence:
      'Este navegador não informa nenhum de seus endereços à página, então ninguém consegue se conectar a ele.',
    help: 'É obra de uma extensão ou política de WebRTC. Permita-o neste site ou use outro navegador.',
  },
  noUdp: {
    sentence: 'Sua rede bloqueia o que conecta as pessoas (UDP).',
    help: 'Há um firewall ou uma VPN no caminho. Desligue a VPN ou use outra rede, como a do celular.',
  },
  stunSilent: {
    sentence: 'Nada responde por UDP: ou sua rede o bloqueia, ou o servidor STUN deste site está fora do ar.',
    help: 'Tente outra rede, como a do celular. Se continuar igual, avise quem cuida deste site.',
  },
  peopleOff: {
    sentence: 'Você escolheu não se conectar a outras pessoas.',
    help: 'O que falta só pode vir delas.',
  },
  tooFew: {
    sentence: (wanted) => `Você só se conecta a outras pessoas quando houver ${number(wanted)}.`,
    help: 'Está definido assim em “Limites de velocidade”, ou por quem publicou.',
  },
  alone: {
    sentence: 'Ninguém mais está com isto aberto agora.',
    help: 'Peça a quem enviou o link a você, ou a quem você o enviou, que o abra. Aí continua sozinho.',
  },
  connecting: {
    sentence: 'A conexão está sendo feita agora.',
    help: 'Leva alguns segundos. Se ela não vier até lá, olhe de novo.',
  },
  unanswered: {
    sentence: (others) =>
      plural(others, {
        one: `${people(others)} deveria estar lá, mas ninguém responde.`,
        other: `${people(others)} deveriam estar lá, mas ninguém responde.`,
      }),
    help: 'Talvez tenham acabado de sair, ou o aparelho esteja dormindo. Esta página continua perguntando.',
  },
  noHandshake: {
    sentence: 'Há um caminho até os outros, mas o que passa por ele não chega intacto.',
    help: 'É obra de um firewall que olha dentro dos pacotes, aqui ou do outro lado. Outra rede ajuda.',
  },
  noRelay: {
    sentence: 'Não há caminho direto até os outros, e o relay deste site não responde.',
    help: 'Outra rede costuma ajudar, aqui ou do outro lado. Se não mudar, avise quem cuida deste site.',
  },
  relayRefuses: {
    sentence: 'Não há caminho direto, e o relay deste site recusa você.',
    help: 'Recarregue a página. Se não ajudar, avise quem cuida deste site.',
  },
  symmetric: {
    sentence:
      'Seu roteador dá um endereço diferente a cada conexão, e este site não tem um relay para contornar isso.',
    help: 'Use outra rede, como a do celular, ou peça à outra pessoa que use.',
  },
  unreachable: {
    sentence: (others) =>
      plural(others, {
        one: `${number(others)} pessoa está lá, mas não há caminho até ela.`,
        other: `${number(others)} pessoas estão lá, mas não há caminho até elas.`,
      }),
    help: 'Sua conexão está boa, então deve ser a delas: um firewall, uma VPN ou uma rede restrita. Outra rede ajuda, de qualquer um dos lados.',
  },
  noData: {
    sentence: (peers) => `Ninguém entre os conectados (${people(peers)}) tem o que falta aqui.`,
    help: 'Continua sozinho assim que alguém que tem o resto ficar online.',
  },
  choked: {
    sentence: (peers) =>
      plural(peers, {
        one: `${number(peers)} pessoa tem isto, mas está enviando para outras.`,
        other: `${number(peers)} pessoas têm isto, mas estão enviando para outras.`,
      }),
    help: 'Logo será sua vez, em geral em menos de um minuto. Algumas pessoas escolheram não enviar nada.',
  },
  relayUsedUp: {
    sentence: 'O relay deste site não transmite mais nada para você hoje.',
    help: 'Os outros só são alcançados por ele, e o site define um limite por dia. Amanhã continua sozinho, ou assim que houver um caminho direto: outra rede costuma ter um.',
  },
  dayOver: {
    sentence: 'Hoje já foi enviado tudo o que você permitiu.',
    help: 'Amanhã continua sozinho.',
  },
  ratioReached: {
    sentence: 'Este compartilhamento já enviou tudo o que o limite permite.',
    help: 'O limite fica em “Mais”, junto do compartilhamento.',
  },
  clock: {
    ahead: (time) => `O relógio deste aparelho está ${time} adiantado.`,
    behind: (time) => `O relógio deste aparelho está ${time} atrasado.`,
    help: 'O resto está bem. Ative o ajuste automático: alguns sites e relays recusam quem está tão fora da hora.',
  },
  fineShare: {
    sentence: 'Nada atrapalha aqui.',
    help: 'Talvez esteja esperando os outros; olhe de novo em um minuto.',
  },
  finePage: {
    sentence: 'Tudo de que esta página precisa funciona.',
    help: 'Se um compartilhamento estiver parado, pergunte lá.',
  },
}

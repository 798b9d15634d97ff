import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Para todos os compartilhamentos juntos, a partir de agora.',
  sendAtMost: 'Enviar no máximo',
  receiveAtMost: 'Receber no máximo',
  megabytesASecond: 'MB por segundo',
  noLimit: 'sem limite',
  connectionsAtMost: 'Máximo de conexões',
  inAll: 'no total',
  aNumber: 'Um número acima de 0, ou nada.',
  aWholeNumber: (least) => `Um número inteiro a partir de ${number(least)}, ou nada.`,
  stopForTheDay: 'Parar por hoje depois de enviar',
  megabytes: 'MB',
  never: 'nunca',
  connectToPeople: 'Conectar a outras pessoas',
  whenever: 'sempre que outros tiverem',
  whenPeople: (count) => `quando houver ${number(count)} pessoas ou mais`,
  connectWhy:
    'Para o que tem cópia em um servidor web. Com “nunca”, tudo vem só de lá, ninguém mais vê seu endereço, e você não envia nada. Todo o resto vem só de outras pessoas.',
  contactAll: 'Contatar os servidores citados nos links sem perguntar',
  onlyOnClick: 'Conectar só quando eu clicar',
  onlyOnClickWhy: 'Com isto, a página de um link espera seu clique antes de contatar alguém.',
  screenOn: 'Manter a tela acesa enquanto algo anda',
  screenIsOn: 'Algo está andando, então ela fica acesa agora.',
  gentle:
    'Esta conexão parece ser cobrada por dados, então a página envia pouco até você escolher outra coisa.',
  ofThisShare: 'Limites deste compartilhamento',
  ofThisShareOn: 'Limites deste compartilhamento: ativos',
  stopAfter: 'Parar de enviar depois de',
  timesItsSize: 'vezes o tamanho',
}

import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Para todos los envíos juntos, desde ya.',
  sendAtMost: 'Enviar como máximo',
  receiveAtMost: 'Recibir como máximo',
  megabytesASecond: 'MB por segundo',
  noLimit: 'sin límite',
  connectionsAtMost: 'Conexiones como máximo',
  inAll: 'en total',
  aNumber: 'Un número mayor que 0, o nada.',
  aWholeNumber: (least) => `Un número entero a partir de ${number(least)}, o nada.`,
  stopForTheDay: 'Parar por hoy tras enviar',
  megabytes: 'MB',
  never: 'nunca',
  connectToPeople: 'Conectar con otras personas',
  whenever: 'siempre que otros lo tengan',
  whenPeople: (count) => `cuando haya ${number(count)} personas o más`,
  connectWhy:
    'Para lo que tenga copia en un servidor web. Con «nunca» llega solo de allí, nadie más ve tu dirección y no envías nada. Todo lo demás llega solo de otras personas.',
  contactAll: 'Contactar sin preguntarme con los servidores que nombran los enlaces',
  onlyOnClick: 'Conectar solo cuando haga clic',
  onlyOnClickWhy: 'Con esto, la página de un enlace espera tu clic antes de contactar con nadie.',
  screenOn: 'Dejar la pantalla encendida mientras algo avance',
  screenIsOn: 'Algo está en marcha, así que ahora sigue encendida.',
  gentle: 'Parece que esta línea se paga por datos, así que la página envía poco hasta que elijas otra cosa.',
  ofThisShare: 'Límites de este envío',
  ofThisShareOn: 'Límites de este envío: activos',
  stopAfter: 'Dejar de enviar tras',
  timesItsSize: 'veces su tamaño',
}

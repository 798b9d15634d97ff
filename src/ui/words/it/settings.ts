import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Per tutte le condivisioni insieme, da subito.',
  sendAtMost: 'Invia al massimo',
  receiveAtMost: 'Ricevi al massimo',
  megabytesASecond: 'MB al secondo',
  noLimit: 'nessun limite',
  connectionsAtMost: 'Connessioni al massimo',
  inAll: 'in tutto',
  aNumber: 'Un numero maggiore di 0, o niente.',
  aWholeNumber: (least) => `Un numero intero da ${number(least)} in su, o niente.`,
  stopForTheDay: 'Basta per oggi dopo aver inviato',
  megabytes: 'MB',
  never: 'mai',
  connectToPeople: 'Connetti ad altre persone',
  whenever: 'ogni volta che altri ce l’hanno',
  whenPeople: (count) => `quando ci sono almeno ${number(count)} persone`,
  connectWhy:
    'Per ciò di cui un server web ha una copia. Con «mai» arriva solo da lì, nessun altro vede il tuo indirizzo e non invii nulla. Tutto il resto arriva solo da altre persone.',
  contactAll: 'Contatta senza chiedermi i server nominati dai link',
  onlyOnClick: 'Connetti solo quando faccio clic',
  onlyOnClickWhy: 'Così, la pagina di un link aspetta il tuo clic prima di contattare qualcuno.',
  screenOn: 'Tieni lo schermo acceso durante i trasferimenti',
  screenIsOn: 'Un trasferimento è in corso, quindi ora resta acceso.',
  gentle: 'Questa linea sembra a consumo, quindi la pagina invia poco finché non scegli diversamente.',
  ofThisShare: 'Limiti di questa condivisione',
  ofThisShareOn: 'Limiti di questa condivisione: attivi',
  stopAfter: 'Smetti di inviare dopo',
  timesItsSize: 'volte la sua dimensione',
}

import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Für alle Freigaben zusammen, ab sofort.',
  sendAtMost: 'Senden, höchstens',
  receiveAtMost: 'Empfangen, höchstens',
  megabytesASecond: 'MB pro Sekunde',
  noLimit: 'keine Grenze',
  connectionsAtMost: 'Verbindungen, höchstens',
  inAll: 'insgesamt',
  aNumber: 'Eine Zahl über 0, oder nichts.',
  aWholeNumber: (least) => `Eine ganze Zahl ab ${number(least)}, oder nichts.`,
  stopForTheDay: 'Für heute aufhören nach',
  megabytes: 'MB',
  never: 'nie',
  connectToPeople: 'Mit anderen verbinden',
  whenever: 'wann immer andere es haben',
  whenPeople: (count) => `wenn mindestens ${number(count)} da sind`,
  connectWhy:
    'Für das, wovon ein Webserver eine Kopie hat. Mit „nie“ kommt es nur von dort, niemand sonst sieht deine Adresse, und du sendest nichts. Alles andere kommt nur von anderen.',
  contactAll: 'Server, die in Links stehen, ohne Rückfrage kontaktieren',
  onlyOnClick: 'Erst verbinden, wenn ich klicke',
  onlyOnClickWhy:
    'Damit wartet die Seite eines Links auf deinen Klick, bevor sie mit jemandem Kontakt aufnimmt.',
  screenOn: 'Bildschirm anlassen, solange etwas läuft',
  screenIsOn: 'Es läuft etwas, also bleibt er jetzt an.',
  gentle:
    'Diese Leitung wird wohl nach Menge bezahlt, deshalb sendet die Seite wenig, bis du es anders wählst.',
  ofThisShare: 'Grenzen dieser Freigabe',
  ofThisShareOn: 'Grenzen dieser Freigabe: an',
  stopAfter: 'Aufhören nach',
  timesItsSize: 'mal der Größe',
}

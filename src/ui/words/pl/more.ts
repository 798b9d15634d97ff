import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Więcej',
  privateReview: 'Prywatne omówienie',
  linkTells: 'Linki zdradzają nazwę i rozmiar każdemu, kto je dostanie',
  nameTrackers: (trackers) => `Podaj w linku także ${trackers}`,
  webCopy: 'Z kopią na serwerze WWW',
  webCopyAddress:
    'Adres tego samego pliku na serwerze WWW. Kto otworzy link, odbierze stamtąd to, czego nikt inny nie zdąży wysłać.',
  webCopySealed:
    'Zapisz zapieczętowany plik, umieść go na serwerze WWW i podaj tu jego adres: tam też nie przeczyta go nikt bez linku. Kto otworzy link, odbierze stamtąd to, czego nikt inny nie zdąży wysłać.',
  saveSealed: 'Zapisz zapieczętowany plik',
  addWebCopy: 'Dodaj kopię HTTP',
  checking: 'Sprawdzanie…',
  webCopyAdded: 'Kopia się zgadza i jest już w linku. Wyślij nowy link.',
  otherPrograms: 'Dla innych programów',
  magnetLink: 'Link magnet',
  copyMagnet: 'Kopiuj magnet',
  torrentFile: 'Plik .torrent',
  details: 'Szczegóły',
  infoHash: 'Info hash',
  pieces: 'Kawałki',
  piecesOf: (count, size) => `${number(count)} po ${size}`,
  trackerCount: 'Według trackera',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} z całością, ${number(leechers)} bez, wliczając tę stronę`,
  keptHere: 'Zachowane w przeglądarce',
  sinceOpened: 'Od otwarcia strony',
  receivedAndSent: (received, sent) => `odebrano ${received}, wysłano ${sent}`,
  peers: 'Połączone peery',
  program: 'Program',
  way: 'Droga',
  relay: 'przekaźnik',
  direct: 'wprost',
  has: 'Ma',
  youReceive: 'Odbierasz',
  youSend: 'Wysyłasz',
  peer: 'Peer',
}

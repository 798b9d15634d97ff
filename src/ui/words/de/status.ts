import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 Person', other: `${number(count)} Personen` })

export const status: ShareWords['status'] = {
  hashing: 'Deine Dateien werden vorbereitet.',
  hashingDetail: 'Der Link erscheint, sobald das fertig ist.',
  asleep: 'Schläft: Diese Seite braucht die Dateien noch einmal.',
  asleepUnfinished: 'Sie waren noch nicht fertig, als die Seite geschlossen wurde.',
  asleepOneClick: 'Der Link bleibt derselbe.',
  asleepChoose: 'Wähle dieselben, dann geht der Link wieder.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} fehlt: Der Browser konnte die Datei nicht lesen.`,
      other: `${names} fehlen: Der Browser konnte die Dateien nicht lesen.`,
    }),

  nobodyHere: 'Gerade ist niemand online, der das hat.',
  startsByItself: 'Es beginnt, sobald der Absender die Seite wieder öffnet. Bitte ihn darum.',
  othersWait: (count) =>
    plural(count, {
      one: 'Verbunden mit 1 Person, die auch darauf wartet.',
      other: `Verbunden mit ${number(count)} Personen, die auch darauf warten.`,
    }),
  startsWithOwner: 'Es beginnt von selbst, sobald jemand online kommt, der es hat.',
  onlyPeopleKnow: 'Nur andere können sagen, was das ist.',
  youChoseNobody: 'Erlaube es unter „Grenzen“, dann geht es weiter.',
  asking: 'Wird gefragt, was das ist.',
  lookingForIt: 'Sucht nach jemandem, der das hat.',
  linkSays: 'Das sagt der Link.',
  linkSaysSize: (size) => `${size}, sagt der Link.`,

  soFar: (percent) => `${percent} sind da und bleiben.`,
  goesOn: 'Es geht von selbst weiter, sobald jemand es öffnet.',
  nobodyHasRest: (count) => `Verbunden mit ${people(count)}, aber niemand hat, was hier noch fehlt.`,
  waitsForTurn: (count) => `Verbunden mit ${people(count)}, wartet auf die Reihe.`,
  waitsForTurnDetail: 'Das dauert meist keine Minute.',
  downloadingFromPeople: (count) => `Lädt von ${people(count)}.`,
  downloadingFromSite: (site) => `Lädt von ${site}.`,
  downloadingFromBoth: (count, site) => `Lädt von ${people(count)} und ${site}.`,
  aboutToStart: 'Beginnt gleich.',

  allHere: 'Alles ist da.',
  channel: 'Das ist ein Live-Kanal.',
  channelDetail: 'Er läuft, während er entsteht. Nichts davon wird behalten.',
  connectedGoOn: 'Wer schon verbunden ist, macht weiter.',
  sentEnough: 'Es wurde so viel gesendet, wie die Grenze sagt, und wird nicht mehr.',
  heldInMemory: 'Es liegt nur im Arbeitsspeicher: Speichere es vorher.',
  othersHave: (count) =>
    plural(count, { one: '1 andere Person hat es.', other: `${number(count)} andere haben es.` }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, { one: '1 andere Person hat es', other: `${number(have)} andere haben es` })
    return plural(fetching, {
      one: `${havers}, 1 lädt es.`,
      other: `${havers}, ${number(fetching)} laden es.`,
    })
  },
  mayClose: 'Du kannst diese Seite schließen. Solange sie offen bleibt, hilft sie den anderen.',
  downloadingIt: (count) =>
    plural(count, { one: '1 Person lädt es.', other: `${number(count)} Personen laden es.` }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'Du kannst diese Seite schließen, wenn sie fertig ist.',
      other: 'Du kannst diese Seite schließen, wenn eine von ihnen fertig ist.',
    }),
  lookingAtIt: (count) =>
    plural(count, { one: '1 Person sieht es an.', other: `${number(count)} Personen sehen es an.` }),
  onlyYou: 'Lass diese Seite offen: Nur du hast es.',
  sendTheLink: 'Schick den Link.',

  paused: 'Angehalten.',
  pausedAt: (percent) => `Angehalten bei ${percent}.`,
  wentWrong: 'Etwas ist schiefgegangen.',

  connecting: 'Verbindet.',
  cannotLook: 'Diese Website antwortet gerade nicht.',
  cannotLookNow: 'Neuer Versuch jetzt. Bist du online?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: 'Neuer Versuch in 1 Sekunde. Bist du online?',
      other: `Neuer Versuch in ${number(seconds)} Sekunden. Bist du online?`,
    }),
  relayUsedUp: 'Das Relais dieser Website überträgt heute nichts mehr für dich.',
  relayUsedUpDetail:
    'Morgen geht es weiter, oder sobald es einen direkten Weg gibt: Ein anderes Netz hat oft einen.',
  refused: 'Diese Freigabe wurde abgelehnt.',
  refusedWhy: (reason) =>
    `Der Server, der die Leute bekannt macht, sagt: „${reason}“. Frag, wer diese Website betreibt.`,
  membersOnly: 'Diese Website ist nur für Mitglieder.',
  membersOnlyDetail: 'Bitte um einen Einladungslink, und öffne ihn hier.',
  siteSendsNothing: 'Der Webserver sendet es gerade nicht.',
  peopleOnceThere: (count) => `Mit anderen verbindet es sich, sobald ${number(count)} da sind.`,
  connectingTo: (count) => `Verbindet mit ${people(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: '1 Person ist da, aber diese Seite erreicht sie nicht.',
      other: `${number(count)} Personen sind da, aber diese Seite erreicht sie nicht.`,
    }),
  looking: 'Sucht nach anderen.',
  wayOut: {
    'no-addresses':
      'Eine Erweiterung oder Richtlinie hat WebRTC abgeschaltet. Erlaube es für diese Website, oder nimm einen anderen Browser.',
    'no-udp':
      'Eine Firewall oder ein VPN sperrt die Verbindung (UDP). Schalte das VPN aus, oder nimm ein anderes Netz, etwa den Hotspot eines Handys.',
    'no-relay':
      'Es gibt keinen direkten Weg, und das Relais dieser Website antwortet nicht. Ein anderes Netz hilft oft, hier oder dort.',
    relay:
      'Deine Verbindung ist in Ordnung. Vielleicht sind die anderen gerade gegangen, oder ihr Netz lässt nichts durch. Wird weiter versucht.',
    open: 'Deine Verbindung ist in Ordnung, aber eine Firewall, ein VPN oder ein strenges Netz steht dazwischen, und diese Website hat kein Relais. Ein anderes Netz hilft, hier oder dort. Wird weiter versucht.',
    unknown:
      'Vielleicht steht eine Firewall oder ein VPN im Weg. Ein anderes Netz hilft oft, hier oder dort. Wird weiter versucht.',
  },

  haveIt: (count) => plural(count, { one: '1 Person hat es.', other: `${number(count)} Personen haben es.` }),
  siteHasIt: (site) => `${site} hat es.`,
  haveParts: (count) =>
    plural(count, {
      one: '1 Person hat Teile davon.',
      other: `${number(count)} Personen haben Teile davon.`,
    }),
  tooLittleMemory: (most) =>
    `Zu groß für ein privates Fenster, das höchstens ${most} fasst. Öffne den Link in einem gewöhnlichen.`,
  inMemory: (most) =>
    `Dieser Browser hält Downloads im Arbeitsspeicher, bis die Seite geschlossen wird, höchstens ${most}. Speichere, was du behalten willst.`,
}

import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 Person', other: `${number(count)} Personen` })

export const status: ShareWords['status'] = {
  hashing: 'Deine Dateien werden vorbereitet.',
  hashingDetail: 'Der Link erscheint, sobald das fertig ist.',
  asleep: 'Schläft: Diese Seite braucht die Dateien noch einmal.',
  asleepUnfinished:
    'Sie wurden noch vorbereitet, als die Seite geschlossen wurde. Ein Klick öffnet sie, und es beginnt von vorn.',
  asleepOneClick:
    'Nach dem Neuladen fragt der Browser, bevor er sie liest. Ein Klick öffnet sie, und derselbe Link geht wieder.',
  asleepChoose:
    'Nach dem Neuladen vergisst ein Browser, welche Dateien geteilt waren. Wähle dieselben oder lege sie ab, dann geht derselbe Link wieder.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} fehlt: Der Browser konnte die Datei nicht lesen.`,
      other: `${names} fehlen: Der Browser konnte die Dateien nicht lesen.`,
    }),

  nobodyHere: 'Gerade ist niemand online, der das hat.',
  startsByItself:
    'Es beginnt von selbst, sobald jemand es öffnet. Bitte, wer dir den Link geschickt hat, die Seite noch einmal zu öffnen.',
  nobodyStartsByItself:
    'Gerade ist niemand online, der es hat. Es beginnt von selbst, sobald jemand es öffnet. Bitte, wer dir den Link geschickt hat, die Seite noch einmal zu öffnen.',
  othersWait: (count) =>
    plural(count, {
      one: 'Verbunden mit 1 Person, die auch darauf wartet.',
      other: `Verbunden mit ${number(count)} Personen, die auch darauf warten.`,
    }),
  startsWithOwner: 'Es beginnt von selbst, sobald jemand online kommt, der es hat.',
  onlyPeopleKnow: 'Nur andere können sagen, was das ist.',
  youChoseNobody:
    'Du hast gewählt, dich mit niemandem zu verbinden. Erlaube es unter „Grenzen“, dann geht es weiter.',
  asking: 'Wird gefragt, was das ist.',
  lookingForIt: 'Sucht nach jemandem, der das hat.',
  linkSays: 'Das sagt der Link.',
  linkSaysSize: (size) => `${size}, sagt der Link.`,
  waitingForSize: (size) => `Wartet auf ${size}.`,
  waitingForName: (name) => `Wartet auf „${name}“.`,
  waitingForBoth: (name, size) => `Wartet auf „${name}“, ${size}.`,

  soFar: (percent) => `${percent} sind da und bleiben.`,
  goesOn: 'Es geht von selbst weiter, sobald jemand es öffnet.',
  nobodyHasRest: (count) => `Verbunden mit ${people(count)}, aber niemand hat, was hier noch fehlt.`,
  waitsForTurn: (count) => `Verbunden mit ${people(count)}, wartet auf die Reihe.`,
  waitsForTurnDetail: 'Sie senden gerade an andere. Das dauert meist keine Minute.',
  downloadingFromPeople: (count) => `Lädt von ${people(count)}.`,
  downloadingFromSite: (site) => `Lädt von ${site}.`,
  downloadingFromBoth: (count, site) => `Lädt von ${people(count)} und ${site}.`,
  aboutToStart: 'Beginnt gleich.',

  allHere: 'Alles ist da.',
  allHereNobody: 'Du hast gewählt, dich mit niemandem zu verbinden, also wird nichts gesendet.',
  connectedGoOn: 'Wer schon verbunden ist, macht weiter.',
  sentEnough: 'Es wurde so viel gesendet, wie die Grenze sagt, und wird nicht mehr.',
  heldInMemory: 'Es liegt im Arbeitsspeicher: Speichere vorher, was du behalten willst.',
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
  sendTheLink:
    'Schick den Link allen, die es haben sollen. Er geht, solange jemand, der es hat, die Seite offen lässt.',

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
    'Die anderen sind nur darüber zu erreichen, und die Website setzt eine Grenze pro Tag. Morgen geht es von selbst weiter, oder sofort, wo es einen direkten Weg gibt: Ein anderes Netz hat oft einen.',
  refused: 'Diese Freigabe wurde abgelehnt.',
  refusedWhy: (reason) =>
    `Der Server, der die Leute bekannt macht, sagt: „${reason}“. Frag, wer diese Website betreibt.`,
  membersOnly: 'Diese Website ist nur für Mitglieder.',
  membersOnlyDetail:
    'Bitte um eine Einladung: Ihr Link macht dich zum Mitglied, dann geht es von selbst weiter.',
  siteSendsNothing: 'Der Webserver sendet es gerade nicht.',
  peopleOff: 'Du hast gewählt, dich mit niemandem zu verbinden: Du kannst es unter „Grenzen“ erlauben.',
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
      'Dieser Browser lässt die Seite mit niemandem verbinden: Eine Erweiterung oder Richtlinie hat WebRTC abgeschaltet. Erlaube es für diese Website, oder nimm einen anderen Browser.',
    'no-udp':
      'Dein Netz sperrt, was Leute verbindet (UDP): Eine Firewall oder ein VPN steht im Weg. Schalte das VPN aus, oder nimm ein anderes Netz, etwa den Hotspot eines Handys; diese Seite versucht es weiter.',
    'no-relay':
      'Es gibt keinen direkten Weg, und das Relais dieser Website antwortet nicht. Oft hilft ein anderes Netz, hier oder am anderen Ende; diese Seite versucht es weiter. Bleibt es so, sag es dem Betreiber der Website.',
    relay:
      'Deine Verbindung ist in Ordnung, und ein Relais ist auch da. Die anderen sind vielleicht gerade gegangen, oder ihr Netz lässt nichts durch; diese Seite versucht es weiter.',
    open: 'Deine Verbindung ist in Ordnung, aber eine Firewall, ein VPN oder ein strenges Netz steht zwischen euch, und diese Website hat kein Relais darum herum. Ein anderes Netz hilft, hier oder am anderen Ende; diese Seite versucht es weiter.',
    unknown:
      'Eine Firewall, ein VPN oder ein strenges Firmennetz könnte im Weg sein, hier oder am anderen Ende. Oft hilft ein anderes Netz; diese Seite versucht es weiter.',
  },

  haveIt: (count) => plural(count, { one: '1 Person hat es.', other: `${number(count)} Personen haben es.` }),
  siteHasIt: (site) => `${site} hat es.`,
  haveParts: (count) =>
    plural(count, {
      one: '1 Person hat Teile davon.',
      other: `${number(count)} Personen haben Teile davon.`,
    }),
  tooLittleMemory: (most) =>
    `Dieser Browser gibt der Seite keinen Platz auf der Festplatte, und im Arbeitsspeicher hält sie höchstens ${most}: zu wenig dafür. Öffne den Link in einem gewöhnlichen Fenster oder in einem anderen Browser.`,
  inMemory: (most) =>
    `Dieser Browser gibt der Seite keinen Platz auf der Festplatte: Was du herunterlädst, liegt im Arbeitsspeicher, höchstens ${most}, und ist weg, wenn die Seite geschlossen wird. Speichere, was du behalten willst.`,
}

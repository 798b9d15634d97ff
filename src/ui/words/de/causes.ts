import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 Person', other: `${number(count)} Personen` })

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Fortsetzen',
    retry: 'Noch einmal versuchen',
    connectToPeople: 'Mit anderen verbinden',
    connectToAnybody: 'Mit allen verbinden',
    liftDay: 'Ohne Tagesgrenze senden',
  },
  moving: { sentence: 'Es läuft gerade.', help: 'Nichts steht im Weg.' },
  paused: {
    sentence: 'Du hast diese Freigabe angehalten.',
    help: 'Nichts wird gesendet oder empfangen, bis du fortsetzt.',
  },
  asleep: {
    sentence: 'Diese Seite braucht die Dateien dieser Freigabe noch einmal.',
    help: 'Nach dem Neuladen vergisst ein Browser, welche Dateien geteilt waren. Öffne oder wähle dieselben, dann geht derselbe Link wieder.',
  },
  noRoom: {
    sentence: (missing, room) =>
      `Es ist zu wenig Platz: ${missing} fehlen, und der Browser hat noch ${room}.`,
    help: 'Entferne andere Freigaben oder schaffe Platz; dann geht es weiter.',
  },
  offline: {
    sentence: 'Dieses Gerät ist offline.',
    help: 'Verbinde es mit einem Netz, dann geht alles von selbst weiter.',
  },
  siteAway: {
    sentence: 'Die Website antwortet nicht.',
    help: 'Sie läuft vielleicht nicht, oder dein Netz hält dich davon ab. Diese Seite versucht es weiter, und wer verbunden ist, bleibt es.',
  },
  siteError: {
    sentence: (status) => `Die Website antwortet mit einem Fehler (${status}).`,
    help: 'Das kann nur richten, wer sie betreibt. Diese Seite versucht es weiter.',
  },
  socketBlocked: {
    sentence: 'Dein Netz lässt die Seite laden, sperrt aber die Verbindung, über die Leute einander finden.',
    help: 'Das tut ein Proxy oder Virenscanner, der WebSockets nicht kennt. Nimm ein anderes Netz, oder bitte darum, sie für diese Website zu erlauben.',
  },
  trackerSilent: {
    sentence: 'Diese Website ist da, macht aber niemanden bekannt.',
    help: 'Er ist vielleicht überlastet oder startet gleich neu. Diese Seite versucht es weiter; bleibt es so, sag es dem Betreiber.',
  },
  membersOnly: {
    sentence: 'Diese Website ist für Mitglieder, und dieser Browser ist keines.',
    help: 'Bitte um eine Einladung: Ihr Link macht dich zum Mitglied.',
  },
  refused: {
    sentence: (reason) => `Diese Website hat diese Freigabe abgelehnt: „${reason}“.`,
    help: 'Frag, wer diese Website betreibt.',
  },
  noWebRtc: {
    sentence: 'WebRTC, womit Browser sich verbinden, ist in diesem abgeschaltet.',
    help: 'Erlaube es für diese Website, oder nimm einen anderen Browser.',
  },
  noAddresses: {
    sentence:
      'Dieser Browser nennt der Seite keine seiner Adressen, deshalb kann sich niemand mit ihm verbinden.',
    help: 'Das tut eine Erweiterung oder Richtlinie für WebRTC. Erlaube es für diese Website, oder nimm einen anderen Browser.',
  },
  noUdp: {
    sentence: 'Dein Netz sperrt, was Leute verbindet (UDP).',
    help: 'Eine Firewall oder ein VPN steht im Weg. Schalte das VPN aus, oder nimm ein anderes Netz, etwa den Hotspot eines Handys.',
  },
  stunSilent: {
    sentence:
      'Auf UDP antwortet nichts: Dein Netz sperrt es, oder der STUN-Server dieser Website läuft nicht.',
    help: 'Versuche ein anderes Netz, etwa den Hotspot eines Handys. Ist es dort genauso, sag es dem Betreiber der Website.',
  },
  peopleOff: {
    sentence: 'Du hast gewählt, dich mit niemandem zu verbinden.',
    help: 'Was fehlt, kann nur von anderen kommen.',
  },
  tooFew: {
    sentence: (wanted) => `Du verbindest dich erst mit anderen, wenn ${number(wanted)} da sind.`,
    help: 'So ist es unter „Grenzen“ gesetzt, oder vom Veröffentlicher.',
  },
  alone: {
    sentence: 'Gerade hat das sonst niemand offen.',
    help: 'Bitte, wer dir den Link geschickt hat oder wem du ihn geschickt hast, ihn zu öffnen. Dann geht es von selbst weiter.',
  },
  connecting: {
    sentence: 'Die Verbindung entsteht gerade.',
    help: 'Das dauert einige Sekunden. Sieh noch einmal nach, wenn sie bis dahin nicht steht.',
  },
  unanswered: {
    sentence: (others) =>
      plural(others, {
        one: '1 Person sollte da sein, aber niemand antwortet.',
        other: `${number(others)} Personen sollten da sein, aber niemand antwortet.`,
      }),
    help: 'Sie sind vielleicht gerade gegangen, oder ihr Gerät schläft. Diese Seite fragt weiter.',
  },
  noHandshake: {
    sentence: 'Ein Weg zu anderen ist gefunden, aber was dort gesendet wird, kommt nicht unverändert an.',
    help: 'Das tut eine Firewall, die in Pakete sieht, hier oder am anderen Ende. Ein anderes Netz hilft.',
  },
  noRelay: {
    sentence: 'Es gibt keinen direkten Weg zu den anderen, und das Relais dieser Website antwortet nicht.',
    help: 'Oft hilft ein anderes Netz, hier oder am anderen Ende. Bleibt es so, sag es dem Betreiber der Website.',
  },
  relayRefuses: {
    sentence: 'Es gibt keinen direkten Weg, und das Relais dieser Website weist dich ab.',
    help: 'Lade die Seite neu. Hilft das nicht, sag es dem Betreiber der Website.',
  },
  symmetric: {
    sentence:
      'Dein Router gibt jeder Verbindung eine andere Adresse, und diese Website hat kein Relais dagegen.',
    help: 'Nimm ein anderes Netz, etwa den Hotspot eines Handys, oder lass das den anderen tun.',
  },
  unreachable: {
    sentence: (others) =>
      plural(others, {
        one: '1 Person ist da, aber es gibt keinen Weg zu ihr.',
        other: `${number(others)} Personen sind da, aber es gibt keinen Weg zu ihnen.`,
      }),
    help: 'Deine eigene Verbindung ist in Ordnung, also liegt es wohl an ihrer: eine Firewall, ein VPN oder ein strenges Netz. Ein anderes Netz hilft, an einem der Enden.',
  },
  noData: {
    sentence: (peers) => `Niemand von denen, die verbunden sind (${people(peers)}), hat, was hier fehlt.`,
    help: 'Es geht von selbst weiter, sobald jemand online kommt, der den Rest hat.',
  },
  choked: {
    sentence: (peers) =>
      plural(peers, {
        one: '1 Person hat es, und sendet gerade an andere.',
        other: `${number(peers)} Personen haben es, und senden gerade an andere.`,
      }),
    help: 'Du bist bald an der Reihe, meist in weniger als einer Minute. Manche haben gewählt, nichts zu senden.',
  },
  relayUsedUp: {
    sentence: 'Das Relais dieser Website überträgt heute nichts mehr für dich.',
    help: 'Die anderen sind nur darüber zu erreichen, und die Website setzt eine Grenze pro Tag. Morgen geht es von selbst weiter, oder sofort, wo es einen direkten Weg gibt: Ein anderes Netz hat oft einen.',
  },
  dayOver: {
    sentence: 'Heute wurde so viel gesendet, wie du erlaubt hast.',
    help: 'Morgen geht es von selbst weiter.',
  },
  ratioReached: {
    sentence: 'Diese Freigabe hat so viel gesendet, wie ihre Grenze sagt.',
    help: 'Die Grenze steht unter „Mehr“, bei der Freigabe.',
  },
  clock: {
    ahead: (time) => `Die Uhr dieses Geräts geht vor: ${time}.`,
    behind: (time) => `Die Uhr dieses Geräts geht nach: ${time}.`,
    help: 'Alles andere ist in Ordnung. Lass sie sich selbst stellen: Manche Websites und Relais lehnen ab, wer so weit daneben liegt.',
  },
  fineShare: {
    sentence: 'Hier steht nichts im Weg.',
    help: 'Vielleicht wartet es auf die anderen; sieh in einer Minute noch einmal nach.',
  },
  finePage: {
    sentence: 'Alles, was diese Seite braucht, geht.',
    help: 'Steht eine einzelne Freigabe still, frag dort.',
  },
}

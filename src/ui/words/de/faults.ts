import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Etwas Unerwartetes ist schiefgegangen.',
  fileChanged: 'Eine Datei dieser Freigabe wurde geändert, verschoben oder gelöscht.',
  fileDamaged: 'Eine Datei dieser Freigabe ist nicht mehr, was geteilt wurde.',
  copyUnusable: (why) => `Diese Kopie ist nicht zu gebrauchen. ${why}`,
  addressTooLarge: (host, most) =>
    `Was ${host} geschickt hat, ist größer als ${most}: Das ist keine .torrent-Datei. Stimmt die Adresse?`,
  serverError: (status) => `Der Server sagt: Fehler ${status}.`,
  linksNotOpened: (count, of, why) =>
    `${number(count)} von ${plural(of, { one: '1 Link', other: `${number(of)} Links` })} ließen sich nicht öffnen. ${why}`,

  plain: {
    'nothing-chosen': 'Wähle zuerst mindestens eine Datei.',
    'file-incomplete': 'Diese Datei ist noch nicht vollständig.',
    'data-not-open': 'Die Daten dieser Freigabe sind nicht geöffnet.',
    'share-removed': 'Diese Freigabe wurde entfernt.',
    'engine-elsewhere': 'Ein anderer Tab hat übernommen.',
    'files-not-opened':
      'Der Browser hat die Dateien nicht geöffnet: Sie wurden geändert oder verschoben, oder er durfte nicht. Wähle sie noch einmal.',
    'files-of-other-sizes': 'Das sind nicht die Dateien dieser Freigabe: Ihre Größen sind andere.',
    'files-of-other-contents': 'Das sind nicht die Dateien dieser Freigabe: Ihr Inhalt ist ein anderer.',
    'sealed-part-damaged': 'Ein Teil davon ist nicht, was versiegelt wurde. Bitte darum, es neu zu teilen.',
    'password-wrong': 'Das ist nicht ihr Passwort. Auf Groß- und Kleinschreibung kommt es an.',
    'not-a-web-address': 'Das ist keine Webadresse: Die beginnt mit https:// oder http://.',
    'share-not-ready': 'Die Freigabe ist noch nicht fertig.',
    'address-error': ({ host, status }) =>
      `${host} hat „${status}“ geantwortet statt eine .torrent-Datei zu schicken. Stimmt die Adresse noch?`,
    'address-silent': ({ host, seconds }) =>
      `${host} hat in ${number(seconds)} Sekunden nicht geantwortet. Versuche es noch einmal, oder lade die .torrent-Datei herunter und lege sie hier ab.`,
    'address-unreachable': ({ host }) =>
      `Diese Seite durfte von ${host} nichts holen: Die meisten Websites lehnen das ab (CORS), oder es ist offline. Lade die .torrent-Datei herunter und lege sie hier ab.`,
    'torrent-file-too-large': 'Es ist viel zu groß für eine .torrent-Datei.',
    'site-silent': 'Die Website hat nicht geantwortet. Bist du online?',
    'site-busy': 'Die Website wird gerade zu oft gefragt. Warte eine Minute.',
    'site-error': ({ status }) => `Die Website hat mit einem Fehler geantwortet (${status}).`,
    'site-unclear': 'Die Website hat Einstellungen geschickt, die diese Seite nicht versteht.',
    'answer-unclear': 'Die Website hat etwas geantwortet, das diese Seite nicht versteht.',
    'not-listed': 'Die Website hat nicht gesagt, was es zu sehen gibt. Versuche es gleich noch einmal.',
    'not-published': 'Die Website veröffentlicht das nicht, oder nicht mehr.',
    'live-encrypted': 'Dieser Live-Film ist verschlüsselt und kann hier nicht gezeigt werden.',
    'server-silent': 'Der Server hat nicht geantwortet. Läuft er, und bist du online?',
    'insecure-address':
      'Shoal braucht eine sichere Adresse: Öffne diese Seite mit https, oder auf diesem Gerät mit http://localhost.',
    'no-webrtc':
      'Dieser Browser kann kein WebRTC, oder es ist abgeschaltet, deshalb erreicht er keine anderen.',
    'outdated-page':
      'In diesem Browser arbeitet eine neuere Version von Shoal. Lade diese Seite neu; nichts geht verloren.',
    'engine-not-loaded':
      'Shoal konnte den Teil nicht laden, der Dateien bewegt. Prüfe die Verbindung und versuche es noch einmal, oder lade die Seite neu.',
    'part-not-loaded':
      'Was das tut, konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal, oder lade die Seite neu.',
    'no-worker-to-save':
      'Dieser Browser lässt die Seite keine eigenen Downloads schreiben (private Fenster oft nicht). Einzeln lassen sich die Dateien trotzdem speichern.',
    'no-worker-to-play':
      'Dieser Browser lässt die Seite nicht abspielen, was noch ankommt (private Fenster oft nicht). Es lässt sich speichern, wenn es da ist.',
    'worker-silent-to-save': 'Der Browser hat den Teil nicht gestartet, der es schreibt.',
    'worker-silent-to-play': 'Der Browser hat den Teil nicht gestartet, der es abspielt.',
    'download-not-begun': 'Der Browser hat den Download nicht begonnen.',
    'download-lost':
      'Der Browser hat mittendrin aufgehört; was er geschrieben hat, ist nicht vollständig. Bitte versuche es noch einmal.',
    'no-room-to-save':
      'Auf der Festplatte ist kein Platz mehr. Schaffe Platz, und versuche es dann noch einmal.',
    'place-refused': 'Dorthin darf der Browser nicht schreiben. Wähle einen anderen Ort.',
    'file-busy': 'Ein anderes Programm hat diese Datei offen. Schließe es, oder wähle einen anderen Namen.',
    'source-changed': 'Eine ihrer Dateien wurde geändert, verschoben oder gelöscht.',
    'source-gone': 'Eine Datei oder ihr Ordner wurde inzwischen verschoben oder gelöscht.',
    'no-hls': 'Dieser Browser kann keine Filme in mehreren Qualitäten abspielen (HLS).',
    'film-broken': 'Ein Teil des Films konnte nicht gelesen oder entschlüsselt werden.',
    'not-readable-now': 'Es kann gerade nicht gelesen werden.',
    'note-too-long': 'Das ist mehr, als eine Notiz fasst. Mach sie kürzer, oder zwei daraus.',
    'written-too-much': 'Du hast hier so viel geschrieben, wie eine Person darf. Lösche zuerst etwas.',
    'thread-full':
      'Dieses Gespräch ist voll: Deine Antwort würde niemand sehen. Schreib stattdessen eine neue Notiz, oder lösche einige deiner Antworten.',
    'review-full':
      'Diese Durchsicht ist voll. Deine Notiz würde niemanden erreichen. Lösche einige von dir, oder beginne eine private Durchsicht.',
    'review-full-of-people': ({ people }) =>
      `Diese Durchsicht ist voll: ${number(people)} Personen haben darin geschrieben. Deine Notiz würde niemanden erreichen. Blende die Notizen von jemandem aus, oder beginne eine private Durchsicht.`,
    'reads-only': 'Du hast diese Durchsicht mit dem Link nur zum Lesen geöffnet: Schreiben geht damit nicht.',
    'notes-taken-over': 'Ein anderer Tab hat übernommen.',
    'author-forked': 'Dieser Person glaubt niemand mehr.',
    'notes-of-odd-ending':
      'Die Endung dieser Datei ist weder .md noch .csv, .vtt, .srt oder .edl, deshalb ist nicht klar, wie sie zu lesen ist.',
    'notes-too-large': 'Diese Datei ist viel zu groß für eine Liste von Notizen.',
    'notes-not-text': 'Diese Datei ist kein Text (UTF-8). Speichere sie so, und versuche es noch einmal.',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: 'Nichts in dieser Datei lässt sich als Notiz lesen: 1 Eintrag hatte keine Worte oder keine Zeit.',
        other: `Nichts in dieser Datei lässt sich als Notiz lesen: ${number(skipped)} Einträge hatten keine Worte oder keine Zeit.`,
      }),
    'no-notes-in-it': 'In dieser Datei sind keine Notizen.',
    'notes-elsewhere': 'Die Notizen hat jetzt ein anderer Tab.',
  },

  intake: {
    'text-too-long': 'Dieser Text ist viel zu lang für einen Link.',
    'nothing-pasted': 'Noch gibt es nichts zu öffnen. Füge einen Link ein.',
    'no-link': 'Das ist kein Link, kein Magnet-Link, kein Info-Hash und keine Adresse einer .torrent-Datei.',
    'hash-of-odd-length': ({ digits }) =>
      `Ein Info-Hash hat 40 hexadezimale Ziffern; dieser hat ${number(digits)}. Ist alles kopiert?`,
    'link-without-hash': 'Dieser Link ist nach dem # beschädigt. Ist alles kopiert?',
    'review-damaged':
      'Das Ende dieses Links, das die private Durchsicht öffnet, ist beschädigt. Ist alles kopiert?',
    'key-damaged': 'Das Ende dieses Links, das Versiegeltes öffnet, ist beschädigt. Ist alles kopiert?',
    'address-damaged': 'Diese Webadresse ist beschädigt. Ist alles kopiert?',
    'magnet-without-hash':
      'Dieser Magnet-Link hat keinen gültigen Info-Hash (xt=urn:btih:…). Ist alles kopiert?',
    'link-of-version-2': 'Das ist ein Torrent nur nach BitTorrent Version 2, was noch nicht geht.',
  },

  origin: {
    'origin-unreachable': 'Sie ist von dieser Seite aus nicht erreichbar.',
    'origin-silent': 'Sie antwortet nicht, oder viel zu langsam.',
    'origin-stopped': 'Sie hat mittendrin aufgehört.',
    'origin-error': ({ status }) => `Sie antwortet mit einem Fehler (${status}).`,
    'origin-lacks-file': 'Sie hat die Datei nicht.',
    'origin-refuses': 'Sie gibt die Datei nicht jedem.',
    'origin-without-ranges': 'Sie kann keinen Teil einer Datei senden.',
    'origin-other-range': 'Sie sendet einen anderen Teil als verlangt.',
    'origin-shorter': 'Ihre Datei ist kürzer.',
    'origin-other-size': 'Ihre Datei hat eine andere Größe.',
    'origin-differs': 'Ihr Inhalt ist ein anderer als der dieser Freigabe.',
    'origin-false': 'Sie sendet etwas anderes, als geteilt ist.',
    'origin-by-http': 'Es gibt sie nur mit http, und diese Seite kam mit https: Das lehnen Browser ab.',
  },

  server: {
    'address-busy': 'Der Server sagt: zu viele Anfragen von deiner Adresse.',
    'database-busy': 'Der Server sagt: Seine Datenbank ist beschäftigt, versuche es noch einmal.',
    failed: 'Der Server sagt: Das ging nicht; sein Log sagt, warum.',
    'host-unknown': 'Der Server sagt: Der Host-Header fehlt oder ist falsch.',
    'link-void':
      'Der Server sagt: Dieser Link ist unbekannt, abgelaufen oder schon geöffnet worden; der Server gibt einen anderen aus.',
    'no-data-folder': 'Der Server sagt: Es gibt keinen Datenordner.',
    'no-such-invitation': 'Der Server sagt: Diese Einladung gibt es nicht.',
    'no-such-member': 'Der Server sagt: Dieses Mitglied gibt es nicht.',
    'no-such-token': 'Der Server sagt: Dieses Token gibt es nicht.',
    'not-an-admin': 'Dieser Browser ist nicht mehr in der Verwaltung angemeldet.',
    'revoked-before': 'Der Server sagt: Diese Mitgliedschaft wurde zurückgenommen.',
    'swarm-empty': 'Der Server sagt: In diesem Schwarm ist niemand.',
    'torrent-unknown': 'Der Server sagt: Diesen Torrent kennt er nicht.',
  },
}

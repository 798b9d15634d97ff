import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Du bist nicht mehr Mitglied dieser Website. Bitte ihren Betreiber um eine Einladung.',
  isOne: 'Du bist Mitglied dieser Website.',
  sums: (sent, received) => `Du hast ${sent} gesendet und ${received} empfangen.`,
  sumsAndRatio: (sent, received, ratio) =>
    `Du hast ${sent} gesendet und ${received} empfangen: ein Verhältnis von ${ratio}.`,
  yourAddress: 'Deine Announce-Adresse',
  yourAddressWhy:
    'Für andere Programme, und um in einem anderen Browser Mitglied zu sein: Füge sie dort auf dieser Seite ein. Behalte sie für dich: Wer sie hat, gilt als du.',
  keptForYou: 'Für dich online gehalten',
  notKept: 'nicht aufbewahrt',
  keptWaiting: 'wartet',
  keptUntil: (day) => `bis ${day}`,
  deleteCopy: 'Kopie löschen',
  keeperProblems: {
    quota: 'Du hast so viel online, wie man darf. Nimm zuerst etwas anderes zurück.',
    full: 'Der Server der Website bewahrt so viel auf, wie er kann. Versuche es später noch einmal.',
    often: 'Der Server der Website wurde zu oft gefragt. Versuche es in einer Minute noch einmal.',
    members: 'Der Server der Website bewahrt nur für Mitglieder etwas auf.',
    refused: 'Die Website erlaubt ihrem Server nicht, das aufzubewahren.',
    down: 'Der Server der Website bewahrt zurzeit nichts auf. Versuche es später noch einmal.',
    gone: 'Es wird nicht mehr aufbewahrt.',
    unreachable: 'Die Website hat nicht geantwortet. Versuche es noch einmal.',
  },
}

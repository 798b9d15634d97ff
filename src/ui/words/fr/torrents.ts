import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Ce n’est pas un fichier .torrent, ou il est abîmé.',
  damaged: 'Il est abîmé.',
  'not-a-torrent': 'Ce n’est pas un fichier .torrent.',
  'torrent-too-large': 'C’est plus gros qu’un fichier .torrent n’a de raison de l’être.',
  'torrent-of-version-2': 'C’est un torrent en BitTorrent version 2, qui n’est pas encore pris en charge.',
  'torrent-of-no-tracker': 'Il est privé, et aucun de ses trackers n’est accessible depuis un navigateur.',
  'torrent-takes-too-long': 'Sa lecture prend trop de temps.',
  'pieces-too-short': ({ length, least }) =>
    `Ses morceaux font ${number(length)} octets : moins que ${number(least)} (1 Kio), ce qui coûte plus en messages qu’ils ne transportent.`,
  'pieces-too-long': ({ length, most }) =>
    `Ses morceaux font ${number(length)} octets : plus que ${number(most)} (64 Mio), ce qu’une page ne peut pas garder en mémoire.`,
  'torrent-of-too-many-files': ({ most }) => `Il a plus de ${number(most)} fichiers.`,
  'torrent-of-too-many-folders': 'Il a trop de fichiers dans trop de dossiers.',
  'file-too-deep': ({ most }) =>
    `Un de ses fichiers se trouve à plus de ${number(most)} dossiers de profondeur.`,
  'only-padding': 'Il n’a pas de fichiers, seulement du remplissage.',
}

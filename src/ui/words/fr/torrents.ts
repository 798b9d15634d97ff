import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Ce n’est pas un fichier .torrent, ou il est abîmé.',
  'bencode-cut-short': 'C’est coupé avant la fin.',
  'bencode-key-twice': 'Une même chose y est dite deux fois, et l’on ne sait laquelle vaut.',
  'bencode-too-many-keys': 'Il en dit bien plus sur lui-même qu’un torrent.',
  'bencode-too-deep': 'C’est imbriqué plus profondément que n’importe quel torrent.',
  'bencode-minus-zero': 'Un nombre y est écrit « -0 ».',
  'bencode-leading-zero': 'Un nombre y commence par un zéro.',
  'not-a-torrent': 'Ce n’est pas un fichier .torrent.',
  'torrent-too-large': 'C’est plus gros qu’un fichier .torrent n’a de raison de l’être.',
  'torrent-goes-on': 'Quelque chose suit sa description.',
  'torrent-of-version-2': 'C’est un torrent en BitTorrent version 2, qui n’est pas encore pris en charge.',
  'torrent-of-no-tracker': 'Il est privé, et aucun de ses trackers n’est accessible depuis un navigateur.',
  'torrent-takes-too-long': 'Sa lecture prend trop de temps.',
  'files-too-large': 'Ses fichiers ont une taille impossible.',
  'piece-length-missing': 'Il ne dit pas quelle longueur ont ses morceaux.',
  'piece-length-senseless': 'La longueur de ses morceaux n’a pas de sens.',
  'pieces-too-short': ({ length, least }) =>
    `Ses morceaux font ${number(length)} octets : moins que ${number(least)} (1 Kio), ce qui coûte plus en messages qu’ils ne transportent.`,
  'pieces-too-long': ({ length, most }) =>
    `Ses morceaux font ${number(length)} octets : plus que ${number(most)} (64 Mio), ce qu’une page ne peut pas garder en mémoire.`,
  'piece-hashes-damaged': 'Les empreintes de ses morceaux sont abîmées.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Il a les empreintes de ${number(hashes)} morceaux, alors que sa taille en donne ${number(pieces)}.`,
  'file-list-damaged': 'Sa liste de fichiers est abîmée.',
  'torrent-of-too-many-files': ({ most }) => `Il a plus de ${number(most)} fichiers.`,
  'torrent-of-too-many-folders': 'Il a trop de fichiers dans trop de dossiers.',
  'file-too-deep': ({ most }) =>
    `Un de ses fichiers se trouve à plus de ${number(most)} dossiers de profondeur.`,
  'only-padding': 'Il n’a pas de fichiers, seulement du remplissage.',
  'file-length-missing': 'Il ne dit pas quelle longueur ont ses fichiers.',
  'file-too-large': 'Un de ses fichiers a une taille impossible.',
  'file-length-negative': 'Un de ses fichiers est plus court que rien.',
}

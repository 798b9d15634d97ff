export const HELP = `Shoal on the command line: shares and fetches files with the pages of a site, and with other programs that speak
WebTorrent.

  shoal seed PATH…         shares files or folders, prints the link, and serves them until it is stopped
      --name NAME          what the share is called, instead of after its files
      --sealed             encrypts them: only who has the whole link can read them
  shoal get LINK           fetches what a link, a magnet link, an info hash or a .torrent file leads to
      --to FOLDER          where to put it, instead of here; a second try goes on where the first was stopped
      --only GLOB          only files whose path matches, such as '*.mp4'; can be given several times
      --stay               goes on serving when all is here, until it is stopped
      --stream             writes one file to standard output, in order: shoal get LINK --stream | mpv -
  shoal info LINK          says what a link leads to

For all of them:
  --at SITE                the site whose tracker is asked; else that of the link, else SHOAL_SITE, else
                           http://localhost:8000
  --json                   a line of JSON for each thing that happens, for other programs
  --help                   this text

Links have an “&” in them at times: put them in quotes. Ctrl-C stops, and a second one at once.
Exit codes: 0 done, 1 failed, 2 not understood, 130 stopped.
`

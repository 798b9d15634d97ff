import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Ha ocurrido algo inesperado.',
  fileChanged: 'Un archivo de este envío se ha cambiado, movido o borrado.',
  fileDamaged: 'Un archivo de este envío ya no es lo que se compartió.',
  copyUnusable: (why) => `Esta copia no se puede usar. ${why}`,
  addressTooLarge: (host, most) =>
    `Lo que ha enviado ${host} pasa de ${most}: no es un archivo .torrent. ¿Es correcta la dirección?`,
  serverError: (status) => `El servidor dice: error ${status}.`,
  linksNotOpened: (count, of, why) =>
    `Enlaces que no se han podido abrir: ${number(count)} de ${number(of)}. ${why}`,

  plain: {
    'nothing-chosen': 'Elige antes al menos un archivo.',
    'file-incomplete': 'Este archivo aún no está completo.',
    'data-not-open': 'Los datos de este envío no están abiertos.',
    'share-removed': 'Este envío se ha quitado.',
    'engine-elsewhere': 'Otra pestaña ha tomado el relevo.',
    'files-not-opened':
      'El navegador no ha abierto los archivos: se cambiaron o movieron, o no tenía permiso. Elígelos otra vez.',
    'files-of-other-sizes': 'Estos no son los archivos de este envío: sus tamaños son otros.',
    'password-wrong': 'Esa no es su contraseña. Cuentan las mayúsculas.',
    'sealed-part-damaged': 'Una parte no es lo que se selló. Pide a quien lo envió que lo comparta de nuevo.',
    'files-of-other-contents': 'Estos no son los archivos de este envío: su contenido es otro.',
    'not-a-web-address': 'Esto no es una dirección web: empieza por https:// o http://.',
    'share-not-ready': 'El envío aún no está listo.',
    'address-error': ({ host, status }) =>
      `${host} ha respondido «${status}» en lugar de un archivo .torrent. ¿Sigue siendo correcta la dirección?`,
    'address-silent': ({ host, seconds }) =>
      `${host} no ha respondido en ${number(seconds)} segundos. Inténtalo otra vez, o descarga el archivo .torrent y suéltalo aquí.`,
    'address-unreachable': ({ host }) =>
      `Esta página no ha podido leer de ${host}: la mayoría de los sitios lo rechaza (CORS), o está caído. Descarga el archivo .torrent y suéltalo aquí.`,
    'torrent-file-too-large': 'Es demasiado grande para ser un archivo .torrent.',
    'site-silent': 'El sitio no ha respondido. ¿Tienes conexión?',
    'site-busy': 'El sitio recibe demasiadas peticiones ahora mismo. Espera un minuto.',
    'site-error': ({ status }) => `El sitio ha respondido con un error (${status}).`,
    'site-unclear': 'El sitio ha enviado una configuración que esta página no entiende.',
    'answer-unclear': 'El sitio ha enviado una respuesta que esta página no entiende.',
    'not-listed': 'El sitio no ha dicho qué hay para ver. Inténtalo otra vez en un momento.',
    'not-published': 'El sitio no publica esto, o ya no.',
    'live-encrypted': 'Esta emisión en directo está cifrada y no se puede mostrar aquí.',
    'server-silent': 'El servidor no ha respondido. ¿Está en marcha, y tienes conexión?',
    'insecure-address':
      'Shoal necesita una dirección segura: abre esta página con https, o en este equipo con http://localhost.',
    'no-webrtc':
      'Este navegador no ofrece WebRTC, o está desactivado, así que no puede llegar a otras personas.',
    'outdated-page':
      'En este navegador ya trabaja una versión más nueva de Shoal. Recarga esta página; no se pierde nada.',
    'engine-not-loaded':
      'Shoal no ha podido cargar la parte que mueve los archivos. Comprueba tu conexión e inténtalo otra vez, o recarga la página.',
    'part-not-loaded':
      'No se ha podido cargar la parte que hace esto. Comprueba tu conexión e inténtalo otra vez, o recarga la página.',
    'no-worker-to-save':
      'Este navegador no deja que la página escriba descargas propias (pasa a menudo en ventanas privadas). Aun así, los archivos se pueden guardar uno a uno.',
    'no-worker-to-play':
      'Este navegador no deja que la página reproduzca lo que aún está llegando (pasa a menudo en ventanas privadas). Se puede guardar cuando haya llegado.',
    'worker-silent-to-save': 'El navegador no ha iniciado la parte que lo escribe.',
    'worker-silent-to-play': 'El navegador no ha iniciado la parte que lo reproduce.',
    'download-not-begun': 'El navegador no ha empezado la descarga.',
    'download-lost':
      'El navegador la ha cortado a la mitad; lo que ha escrito no está completo. Inténtalo otra vez.',
    'no-room-to-save': 'No queda espacio en el disco. Libera un poco e inténtalo otra vez.',
    'place-refused': 'El navegador no puede escribir ahí. Elige otro lugar.',
    'file-busy': 'Otro programa tiene abierto ese archivo. Ciérralo o elige otro nombre.',
    'source-changed': 'Uno de sus archivos se ha cambiado, movido o borrado.',
    'source-gone': 'Entretanto, un archivo o su carpeta se ha movido o borrado.',
    'no-hls': 'Este navegador no puede reproducir películas en varias calidades (HLS).',
    'film-broken': 'Una parte de la película no se ha podido leer o decodificar.',
    'not-readable-now': 'Ahora no se puede leer.',
    'note-too-long': 'Es más de lo que cabe en una nota. Acórtala o haz dos.',
    'written-too-much': 'Ya has escrito aquí todo lo que puede una persona. Borra algo antes.',
    'thread-full':
      'Esta conversación está llena: nadie vería tu respuesta. Escribe mejor una nota nueva, o borra algunas de tus respuestas.',
    'review-full':
      'Esta revisión está llena. Tu nota no llegaría a nadie. Borra algunas de las tuyas para hacer sitio, o empieza una revisión privada.',
    'review-full-of-people': ({ people }) =>
      `Esta revisión está llena: han escrito en ella ${number(people)} personas. Tu nota no llegaría a nadie. Oculta las notas de alguien para hacer sitio a la tuya, o empieza una revisión privada.`,
    'reads-only': 'Has abierto esta revisión con su enlace de solo lectura: puedes leer, pero no escribir.',
    'notes-taken-over': 'Otra pestaña ha tomado el relevo.',
    'author-forked': 'Ya nadie cree a este autor.',
    'notes-of-odd-ending':
      'Este archivo no termina en .md, .csv, .vtt, .srt ni .edl, así que no está claro cómo leerlo.',
    'notes-too-large': 'Este archivo es demasiado grande para ser una lista de notas.',
    'notes-not-text': 'Este archivo no es texto (UTF-8). Guárdalo así e inténtalo otra vez.',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: 'Nada en este archivo se puede leer como nota: a 1 entrada le faltaban palabras o un tiempo.',
        other: `Nada en este archivo se puede leer como nota: a ${number(skipped)} entradas les faltaban palabras o un tiempo.`,
      }),
    'no-notes-in-it': 'En este archivo no hay notas.',
    'notes-elsewhere': 'Ahora las notas las tiene otra pestaña.',
  },

  intake: {
    'text-too-long': 'Ese texto es demasiado largo para ser un enlace.',
    'nothing-pasted': 'Todavía no hay nada que abrir. Pega un enlace.',
    'no-link':
      'Esto no es un enlace, ni un enlace magnet, ni un info hash, ni la dirección de un archivo .torrent.',
    'hash-of-odd-length': ({ digits }) =>
      `Un info hash tiene 40 cifras hexadecimales; este tiene ${number(digits)}. ¿Se copió entero?`,
    'link-without-hash': 'Este enlace está dañado después del #. ¿Se copió entero?',
    'review-damaged': 'El final de este enlace, que abre su revisión privada, está dañado. ¿Se copió entero?',
    'key-damaged': 'El final de este enlace, que abre lo que está sellado, está dañado. ¿Se copió entero?',
    'address-damaged': 'Esta dirección web está dañada. ¿Se copió entera?',
    'magnet-without-hash':
      'Este enlace magnet no tiene un info hash válido (xt=urn:btih:…). ¿Se copió entero?',
    'link-of-version-2': 'Es un torrent solo de BitTorrent versión 2, que aún no se admite.',
  },

  origin: {
    'origin-unreachable': 'No se puede llegar a ella desde esta página.',
    'origin-silent': 'No responde, o lo hace demasiado despacio.',
    'origin-stopped': 'Se ha cortado a la mitad.',
    'origin-error': ({ status }) => `Responde con un error (${status}).`,
    'origin-lacks-file': 'No tiene el archivo.',
    'origin-refuses': 'No da el archivo a cualquiera.',
    'origin-without-ranges': 'No puede enviar una parte de un archivo.',
    'origin-other-range': 'Envía otra parte que la pedida.',
    'origin-shorter': 'Su archivo es más corto.',
    'origin-other-size': 'Su archivo tiene otro tamaño.',
    'origin-differs': 'Su contenido no es el de este envío.',
    'origin-false': 'Envía algo distinto de lo que se comparte.',
    'origin-by-http': 'Solo está por http, y esta página llegó por https: los navegadores lo rechazan.',
  },

  server: {
    'address-busy': 'El servidor dice: demasiadas peticiones desde tu dirección.',
    'database-busy': 'El servidor dice: su base de datos está ocupada; inténtalo otra vez.',
    failed: 'El servidor dice: esto no ha funcionado; su registro dice por qué.',
    'host-unknown': 'El servidor dice: la cabecera Host falta o es incorrecta.',
    'link-void':
      'El servidor dice: este enlace es desconocido, ha caducado o ya se abrió; el servidor muestra otro.',
    'no-data-folder': 'El servidor dice: no hay carpeta de datos.',
    'no-such-invitation': 'El servidor dice: esa invitación no existe.',
    'no-such-member': 'El servidor dice: ese miembro no existe.',
    'no-such-token': 'El servidor dice: ese token no existe.',
    'not-an-admin': 'Este navegador ya no es de un administrador.',
    'revoked-before': 'El servidor dice: esta membresía se retiró.',
    'swarm-empty': 'El servidor dice: no hay nadie en este enjambre.',
    'torrent-unknown': 'El servidor dice: no conoce este torrent.',
  },
}

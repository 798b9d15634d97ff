import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const linksOpened = (count: number) =>
  plural(count, { one: '1 enlace abierto.', other: `${number(count)} enlaces abiertos.` })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) =>
    `El navegador no tiene permiso para leer ${names}. Dáselo, o elige otros archivos.`,
  folderEmpty: 'Ahí no hay ningún archivo: la carpeta está vacía. Elige otra.',
  pasteNotOpened: (why) => `No ha funcionado. ${why}`,
  linksOpened,
  someLinksOpened: (count, left) =>
    `${linksOpened(count)} ${plural(left, {
      one: '1 más no ha cabido: pégalo en una segunda tanda.',
      other: `${number(left)} más no han cabido: pégalos en una segunda tanda.`,
    })}`,
  torrentNotOpened: (name, why) => `No se ha podido abrir «${name}» como torrent. ${why}`,
  launchNotRead: (name) => `No se ha podido leer «${name}». Ábrelo otra vez.`,
  sharedMissed: 'Aquí no ha llegado nada. Compártelo otra vez o elige los archivos en esta página.',
  sharedTooLarge: 'Es demasiado para entregarlo de una vez. Elige los archivos en esta página.',
  filesAsk: (files) => `Otra aplicación u otro sitio quiere que envíes esto: ${files}.`,
  textAsks: 'Otra aplicación u otro sitio quiere que envíes un texto.',
  memberAlready: 'Ya eres miembro de este sitio. La invitación queda para otros.',
  memberNow: 'Ya eres miembro de este sitio. Este navegador lo recuerda; no hay que hacer nada más.',
  memberForNow:
    'Eres miembro de este sitio hasta que cierres esta página: este navegador no guarda nada para él.',
  memberNotYet: (why) => `Todavía no eres miembro. ${why}`,
  invitationVoid: 'Esta invitación ya no funciona: se ha agotado, ha caducado o se ha retirado. Pide otra.',
  passkeyVoid: 'La passkey de esta dirección no vale aquí, o ya no.',
  membershipEnded: 'Ya no eres miembro de este sitio. Pide una invitación a quien lo lleva.',
  membersOnly: 'Este sitio es solo para miembros. Pide un enlace de invitación y ábrelo aquí.',
  fileNotSaved: (name, why) => `No se ha podido guardar «${name}». ${why}`,
  folderNotSaved: (why) => `No se han podido guardar todos los archivos. ${why}`,
  folderSaved: (folder) => `Todos los archivos están en «${folder}».`,
  renamed: (from, to) => `«${from}» no es un nombre que se pueda escribir: se llama «${to}».`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `«${from}» no es un nombre que se pueda escribir: se llama «${to}», y ha cambiado 1 nombre más.`,
      other: `«${from}» no es un nombre que se pueda escribir: se llama «${to}», y han cambiado ${number(more)} nombres más.`,
    }),
  zipNotSaved: (why) => `No se ha podido guardar el ZIP. ${why}`,
  zipCancelled: 'La descarga del ZIP se ha cancelado.',
  zipSaved: 'El ZIP está en tus descargas.',
}

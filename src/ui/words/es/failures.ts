import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `No se ha podido leer «${name}».`,
  atMostFiles: (most) => `En un envío caben ${number(most)} como máximo.`,

  byCode: {
    'file-unreadable': {
      what: 'No se ha podido leer un archivo.',
      why: 'Se cambió, se movió o se borró después de elegirlo, o este navegador no puede leerlo.',
      todo: 'Elige los archivos otra vez.',
    },
    'share-unreadable': {
      what: 'No se puede abrir este envío.',
      why: '',
      todo: 'Pide un enlace nuevo a quien te lo envió.',
    },
    'too-many-files': {
      what: 'Son demasiados archivos para un solo envío.',
      why: '',
      todo: 'Compártelos por partes, o mételos antes en un archivo comprimido.',
    },
    'seal-damaged': {
      what: 'No se puede abrir este envío.',
      why: 'La clave de su enlace no encaja, o lo sellado está dañado.',
      todo: 'Copia otra vez el enlace entero, o pide uno nuevo a quien te lo envió.',
    },
    'manifest-impossible': {
      what: 'No se puede abrir este envío.',
      why: 'Lo que dice de sus archivos es imposible: quien lo hizo usó un programa defectuoso o tiene malas intenciones.',
      todo: 'Pide a quien te lo envió que comparta los archivos de nuevo.',
    },
    'seal-expired': {
      what: 'Este envío ha terminado.',
      why: 'Lo que esta página tenía se ha borrado.',
      todo: 'Pide a quien lo envió que lo comparta de nuevo.',
    },
    'seal-newer': {
      what: 'Este envío no se puede abrir aquí.',
      why: 'Lo selló una versión más nueva de este programa.',
      todo: 'Recarga la página, o abre el enlace en el sitio del que viene.',
    },
    'too-large-to-seal': {
      what: 'Estos archivos no se pueden sellar.',
      why: 'Juntos son demasiado grandes.',
      todo: 'Compártelos por partes.',
    },
    'files-changed': {
      what: 'Este envío no puede seguir enviando.',
      why: 'Uno de sus archivos se cambió, se movió o se borró, y lo que se envía debe ser exactamente lo que se compartió.',
      todo: 'Vuelve a poner el archivo en su sitio e inténtalo otra vez, o comparte los archivos de nuevo.',
    },
    'disk-full': {
      what: 'No queda espacio.',
      why: 'El disco, o la parte que este navegador da a los sitios, está lleno. Lo que ya había llegado se conserva.',
      todo: 'Quita otros envíos o libera espacio en el disco e inténtalo otra vez.',
    },
    'no-disk': {
      what: 'Este envío es demasiado grande para este navegador.',
      why: 'No da disco a la página, como en las ventanas privadas, y en la memoria no cabe tanto.',
      todo: 'Abre el enlace en una ventana normal o en otro navegador.',
    },
    'store-in-use': {
      what: 'Este envío está abierto en otra pestaña.',
      why: 'Dos pestañas no pueden escribir los mismos archivos.',
      todo: 'Sigue en la otra pestaña, o ciérrala e inténtalo aquí otra vez.',
    },
    'files-damaged': {
      what: 'Este envío no puede seguir enviando.',
      why: 'Uno de sus archivos ya no es lo que se compartió, y lo que se envía debe ser exactamente eso.',
      todo: 'Deja el archivo como estaba e inténtalo otra vez, o comparte los archivos de nuevo.',
    },
    'store-broken': {
      what: 'El navegador no ha podido guardar o leer los datos de este envío.',
      why: 'Su almacenamiento ha dado un error. Puede que lo que había llegado siga ahí.',
      todo: 'Inténtalo otra vez; si no sirve, recarga la página.',
    },
    unexpected: {
      what: 'Algo ha salido mal en esta página.',
      why: '',
      todo: 'Inténtalo otra vez. Lo que ya había llegado se conserva.',
    },
  },
}

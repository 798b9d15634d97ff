import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `Não foi possível ler “${name}”.`,
  atMostFiles: (most) => `Em um compartilhamento cabem no máximo ${number(most)}.`,

  byCode: {
    'file-unreadable': {
      what: 'Não foi possível ler um arquivo.',
      why: 'Ele foi alterado, movido ou apagado depois de escolhido, ou este navegador não pode lê-lo.',
      todo: 'Escolha os arquivos de novo.',
    },
    'share-unreadable': {
      what: 'Não é possível abrir este compartilhamento.',
      why: '',
      todo: 'Peça um novo link a quem o enviou.',
    },
    'too-many-files': {
      what: 'São arquivos demais para um compartilhamento.',
      why: '',
      todo: 'Compartilhe em partes, ou junte-os antes em um arquivo compactado.',
    },
    'seal-damaged': {
      what: 'Não é possível abrir este compartilhamento.',
      why: 'A chave do link não serve, ou o que foi lacrado está danificado.',
      todo: 'Copie o link inteiro mais uma vez, ou peça um novo a quem o enviou.',
    },
    'manifest-impossible': {
      what: 'Não é possível abrir este compartilhamento.',
      why: 'O que ele diz sobre seus arquivos é impossível: quem o fez usou um programa com defeito ou tem más intenções.',
      todo: 'Peça a quem o enviou que compartilhe os arquivos de novo.',
    },
    'seal-expired': {
      what: 'Este compartilhamento terminou.',
      why: 'O que esta página tinha dele foi apagado.',
      todo: 'Peça a quem enviou para compartilhar de novo.',
    },
    'seal-newer': {
      what: 'Não é possível abrir este compartilhamento aqui.',
      why: 'Ele foi lacrado por uma versão mais nova deste programa.',
      todo: 'Recarregue a página, ou abra o link no site de onde ele veio.',
    },
    'too-large-to-seal': {
      what: 'Não é possível lacrar estes arquivos.',
      why: 'Juntos, são grandes demais.',
      todo: 'Compartilhe em partes.',
    },
    'files-changed': {
      what: 'Este compartilhamento não pode continuar enviando.',
      why: 'Um dos arquivos foi alterado, movido ou apagado, e o que é enviado tem de ser exatamente o que foi compartilhado.',
      todo: 'Ponha o arquivo de volta e tente de novo, ou compartilhe os arquivos outra vez.',
    },
    'disk-full': {
      what: 'Não há mais espaço.',
      why: 'O disco, ou a parte dele que este navegador dá aos sites, está cheio. O que já chegou está guardado.',
      todo: 'Remova outros compartilhamentos ou libere espaço em disco e tente de novo.',
    },
    'no-disk': {
      what: 'Este compartilhamento é grande demais para este navegador.',
      why: 'Ele não dá espaço em disco à página, como nas janelas anônimas, e tanto assim não cabe na memória.',
      todo: 'Abra o link em uma janela normal ou em outro navegador.',
    },
    'store-in-use': {
      what: 'Este compartilhamento está aberto em outra aba.',
      why: 'Duas abas não podem gravar os mesmos arquivos.',
      todo: 'Continue na outra aba, ou feche-a e tente de novo aqui.',
    },
    'files-damaged': {
      what: 'Este compartilhamento não pode continuar enviando.',
      why: 'Um dos arquivos não é mais o que foi compartilhado, e o que é enviado tem de ser exatamente isso.',
      todo: 'Deixe o arquivo como era e tente de novo, ou compartilhe os arquivos outra vez.',
    },
    'store-broken': {
      what: 'O navegador não conseguiu guardar ou ler os dados deste compartilhamento.',
      why: 'O armazenamento informou um erro. O que já chegou talvez ainda esteja lá.',
      todo: 'Tente de novo; se não adiantar, recarregue a página.',
    },
    unexpected: {
      what: 'Algo deu errado nesta página.',
      why: '',
      todo: 'Tente de novo. O que já chegou está guardado.',
    },
  },
}

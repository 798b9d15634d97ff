import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const opened = (count: number) =>
  plural(count, { one: `${number(count)} link aberto.`, other: `${number(count)} links abertos.` })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `O navegador não pode ler ${names}. Permita, ou escolha outros arquivos.`,
  folderEmpty: 'Não há nenhum arquivo aí: a pasta está vazia. Escolha outra.',
  pasteNotOpened: (why) => `Não deu certo. ${why}`,
  linksOpened: opened,
  someLinksOpened: (count, left) =>
    `${opened(count)} ${plural(left, {
      one: `Mais ${number(left)} não coube: cole depois.`,
      other: `Mais ${number(left)} não couberam: cole-os depois.`,
    })}`,
  torrentNotOpened: (name, why) => `Não foi possível abrir “${name}” como torrent. ${why}`,
  launchNotRead: (name) => `Não foi possível ler “${name}”. Abra mais uma vez.`,
  sharedMissed: 'Nada chegou aqui. Compartilhe de novo ou escolha os arquivos nesta página.',
  sharedTooLarge: 'É demais para entregar de uma vez. Escolha os arquivos nesta página.',
  filesAsk: (files) => `Outro app ou site quer que você envie isto: ${files}.`,
  textAsks: 'Outro app ou site quer que você envie um texto.',
  memberAlready: 'Você já é membro deste site. O convite ficou para outras pessoas.',
  memberNow: 'Agora você é membro deste site. Este navegador se lembra disso; não há mais nada a fazer.',
  memberForNow: 'Você é membro deste site até fechar esta página: este navegador não guarda nada para ele.',
  memberNotYet: (why) => `Você ainda não é membro. ${why}`,
  invitationVoid: 'Este convite não vale mais: foi usado, venceu ou foi retirado. Peça outro.',
  passkeyVoid: 'A passkey deste endereço não vale aqui, ou não vale mais.',
  membershipEnded: 'Você não é mais membro deste site. Peça um convite a quem cuida dele.',
  membersOnly: 'Este site é só para membros. Peça um link de convite e abra-o aqui.',
  fileNotSaved: (name, why) => `Não foi possível salvar “${name}”. ${why}`,
  folderNotSaved: (why) => `Não foi possível salvar todos os arquivos. ${why}`,
  folderSaved: (folder) => `Todos os arquivos estão em “${folder}”.`,
  renamed: (from, to) => `Não é possível gravar com o nome “${from}”: ficou “${to}”.`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `Não é possível gravar com o nome “${from}”: ficou “${to}”, e mais ${number(more)} nome também mudou.`,
      other: `Não é possível gravar com o nome “${from}”: ficou “${to}”, e mais ${number(more)} nomes também mudaram.`,
    }),
  zipNotSaved: (why) => `Não foi possível salvar o ZIP. ${why}`,
  zipCancelled: 'O download do ZIP foi cancelado.',
  zipSaved: 'O ZIP está nos seus downloads.',
}

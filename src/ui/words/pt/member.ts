import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Você não é mais membro deste site. Peça um convite a quem cuida dele.',
  isOne: 'Você é membro deste site.',
  sums: (sent, received) => `Você enviou ${sent} e recebeu ${received}.`,
  sumsAndRatio: (sent, received, ratio) =>
    `Você enviou ${sent} e recebeu ${received}: uma proporção de ${ratio}.`,
  yourAddress: 'Seu endereço de announce',
  yourAddressWhy:
    'Para outros programas e para ser membro em outro navegador: cole-o lá, nesta página. Não mostre a ninguém: quem tem este endereço passa por você.',
  keptForYou: 'Mantidos online para você',
  notKept: 'não mantido',
  keptWaiting: 'na fila',
  keptUntil: (day) => `até ${day}`,
  deleteCopy: 'Apagar a cópia',
  keeperProblems: {
    quota: 'Você já mantém online tudo o que uma pessoa pode. Retire alguma coisa primeiro.',
    full: 'O servidor do site já guarda tudo o que pode. Tente de novo mais tarde.',
    often: 'O servidor do site recebeu pedidos demais. Tente de novo em um minuto.',
    members: 'O servidor do site só mantém compartilhamentos de membros.',
    refused: 'O site não permite que o servidor mantenha isto.',
    down: 'O servidor do site não está mantendo nada no momento. Tente de novo mais tarde.',
    gone: 'Não é mais mantido.',
    unreachable: 'O site não respondeu. Tente de novo.',
  },
}

import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'Mantido online',
  keepOnline: 'Manter online',
  askBridge: 'Pedir a este site que o busque',
  bridgeOffer:
    'Ninguém aqui tem isto. O servidor do site procura entre usuários comuns de BitTorrent e repassa o que recebe.',
  deleteCopy: 'Apagar a cópia do servidor',
  progress: 'O que o servidor do site tem',
  offer: (days) =>
    plural(days, {
      one: `O site guarda uma cópia por ${number(days)} dia.`,
      other: `O site guarda uma cópia por ${number(days)} dias.`,
    }),
  tooLarge: (most) => `É grande demais para o servidor do site: ele aceita no máximo ${most}.`,
  looking:
    'O servidor do site está procurando alguém que tenha isto. Deixe esta página aberta até ele ter tudo.',
  fetching: (percent) => `O servidor do site já tem ${percent}. Deixe esta página aberta até ele ter tudo.`,
  kept: (day) => `Você pode fechar esta página: o servidor do site guarda uma cópia, até ${day}.`,
  gone: 'O servidor do site não tem mais uma cópia.',
  failures: {
    'too-large': 'O servidor do site não guardou: é maior do que se pode manter lá.',
    'no-room': 'O servidor do site não guardou: todo o espaço está prometido a outras pessoas.',
    evicted: 'O servidor do site não guarda mais: o espaço foi necessário para outras pessoas.',
    'disk-full': 'O servidor do site não conseguiu guardar: o disco está cheio.',
    incomplete: 'O servidor do site não recebeu tudo a tempo e apagou o que tinha.',
    refused: 'O site não permite que o servidor guarde isto.',
    broken: 'O servidor do site não conseguiu guardar. Tente de novo.',
  },
}

import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Pour tous les partages ensemble, dès maintenant.',
  sendAtMost: 'Envoyer au plus',
  receiveAtMost: 'Recevoir au plus',
  megabytesASecond: 'Mo par seconde',
  noLimit: 'sans limite',
  connectionsAtMost: 'Connexions au plus',
  inAll: 'en tout',
  aNumber: 'Un nombre supérieur à 0, ou rien.',
  aWholeNumber: (least) => `Un nombre entier à partir de ${number(least)}, ou rien.`,
  stopForTheDay: 'S’arrêter pour la journée après',
  megabytes: 'Mo',
  never: 'jamais',
  connectToPeople: 'Se connecter aux autres',
  whenever: 'dès que d’autres l’ont',
  whenPeople: (count) => `à partir de ${number(count)} personnes`,
  connectWhy:
    'Pour ce dont un serveur web a une copie. Avec « jamais », tout vient uniquement de là, personne d’autre ne voit votre adresse, et vous n’envoyez rien. Le reste vient uniquement des autres.',
  contactAll: 'Contacter sans me demander les serveurs nommés par les liens',
  onlyOnClick: 'Ne se connecter que quand je clique',
  onlyOnClickWhy: 'Avec ceci, la page d’un lien attend votre clic avant de contacter qui que ce soit.',
  screenOn: 'Garder l’écran allumé pendant un transfert',
  screenIsOn: 'Un transfert est en cours, donc il reste allumé.',
  gentle:
    'Cette connexion semble facturée au volume : la page envoie donc peu, sauf si vous en décidez autrement.',
  ofThisShare: 'Limites de ce partage',
  ofThisShareOn: 'Limites de ce partage : actives',
  stopAfter: 'Ne plus envoyer après',
  timesItsSize: 'fois sa taille',
}

/** The rules of French for the search. */
import type { Negations } from '../negations';

export { stemmer } from '@orama/stemmers/french';

/** Words that say nothing of what is wanted: grammar, and the words in which people ask. */
export const functionWords = `
le la les l un une des du de d au aux ce cet cette ces cela ca ceci celui celle ceux celles
mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle quels quelles chaque quelque quelques aucun aucune
tout toute tous toutes autre autres meme memes certain certains certaines plusieurs
je j tu t il elle on nous vous ils elles me m te se s moi toi lui eux soi y en qui que qu quoi dont où
et ou mais ni or car donc si puis alors quand lorsque lorsqu comme comment pourquoi combien parce puisque afin
à dans sur sous par pour avec sans chez vers entre contre depuis pendant avant après dès jusque jusqu hors près loin
selon malgré parmi via
suis es est sommes êtes sont être étais était étaient serai sera seront serait serais sois soit soient
ai as a avons avez ont avoir avais avait avaient aurai aura auront aurait eu ayant étant
fais fait faire faites font peux peut peuvent pouvoir pourrais pourrait veux veut veulent vouloir voudrais voudrait
dois doit doivent devoir faut faudrait vais va vont aller
ne n pas non oui plus moins très trop peu assez bien aussi encore déjà toujours jamais rien personne ici là
cherche cherchons cherchez cherchent besoin envie aimerais aimerait souhaite souhaiterais merci c
`.trim();

/** How one says what isn't wanted. */
export const negations: Negations = {
  cues: ['mais pas', 'et pas', 'pas', 'ni', 'rien avec', 'sans', 'hors', 'a part', 'autre que', 'autres que'],
  exceptions: ['sauf', 'excepte', 'hormis', 'a exception', 'autre chose que'],
  blockedAfter: `
    ai as a avons avez ont avait suis es est sommes etes sont etait faut peux peut sais sait parle parlons parlent parlant savent savons sachant peuvent pouvant ayant vont lisent ecrivent connaissent comprennent arrivent voient
    entendent marchent sortent mangent pourquoi premier premiers`,
  blockedBefore: `seulement uniquement que forcement necessairement mal trop tres sur ligne murs`,
  skipped: `travailler impliquer utiliser devoir requis requise beaucoup`,
  fixed: `
    abri abris papiers domicile domiciles logement logements toit emploi voiture contrainte contraintes
    frontieres famille familles parents argent ressources revenu revenus internet ordinateur bouger sortir deplacer
    quitter lucratif but eau faim voix age compter trop cher risque probleme parler connaitre savoir entiere cout loin doute cesse logis salaire remuneration
    deux trois quatre cinq six sept huit neuf dix`,
  lacked: `
    experience diplome diplomes permis formation qualification qualifications competence competences connaissance
    connaissances engagement limite limites condition conditions frais`,
};

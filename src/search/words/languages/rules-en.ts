/** The rules of English for the search. */
import type { Negations } from '../negations';

export { stemmer } from '@orama/stemmers/english';

/** Words that say nothing of what is wanted: grammar, and the words in which people ask. */
export const functionWords = `
a an the this that these those some any such each every both either neither other another same
i me my mine we us our you your yours he him his she her hers it its they them their theirs who whom whose which what
myself yourself himself herself themselves one ones someone somebody something anyone anybody anything everyone
and or but nor so yet if then than because while whereas although though unless until since when where why how whether
of in on at by for from to with without within into onto out off over under up down about above below between among
through during before after against along across around behind beside near via per as like
am is are was were be been being do does did doing done have has had having will would shall should can could may might
must ought isnt arent wasnt werent dont doesnt didnt havent hasnt wont wouldnt cant cannot couldnt im ive id youre
not no yes too very just also only even still already again ever never always there here now more most much many
few less least lot lots
want wants wanted wanting need needs needed looking look find get getting got make made please let lets id know
where there thing things way
`.trim();

/** How one says what isn't wanted. */
export const negations: Negations = {
  cues: [
    'but not',
    'and not',
    'just not',
    'that is not',
    'which is not',
    'that isnt',
    'not',
    'no',
    'without',
    'nothing with',
    'nothing in',
    'dont want',
    'do not want',
  ],
  exceptions: ['except for', 'except', 'excluding', 'other than', 'anything but', 'everything but'],
  blockedAfter: `
    do does did am is are was were have has had can could would should will must may might or if why im hes shes theyre`,
  blockedBefore: `only just merely necessarily sure able good fluent yet enough every one`,
  skipped: `
    involve involves involving working work doing requiring requires required necessary including using dealing being having`,
  fixed: `
    experienced car cost costs fee fees money charge time home homes house housing shelter roof family families
    parents papers documents borders internet access computer power water electricity food job jobs profit
    far longer matter problem kill poverty hunger leaving previous prior formal speaking knowing strings employed idea fixed moment
    one two three four five six seven eight nine ten`,
  lacked: `
    experience skill skills degree degrees license licence qualification qualifications training diploma background
    knowledge commitment commitments limit limits minimum`,
};

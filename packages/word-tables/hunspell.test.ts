import { expect, it } from 'vitest';
import { expandLine, readAffixes } from './hunspell';

const affixes = readAffixes(`SET UTF-8
FLAG long
NEEDAFFIX ()
PFX L' Y 1
PFX L' 0 l' [aeiou]
SFX S. Y 1
SFX S. 0 s [^sxz] is:pl
SFX a0 Y 3
SFX a0 er er er po:infi
SFX a0 cer ça cer po:ipsi
SFX a0 er ée/S. er
`);

const everything = () => true;
const expand = (line: string, isWanted: Parameters<typeof expandLine>[2] = everything) => [
  ...expandLine(line, affixes, isWanted),
];

it('adds affixes whose condition the word meets', () => {
  expect(expand('abri/S.L')).toEqual(['abri', 'abris']);
  expect(expand("abri/S.L'")).toEqual(['abri', 'abris', "l'abris", "l'abri"]);
  expect(expand("repas/S.L'")).toEqual(['repas']);
});

it('adds affixes to what an affix made, and leaves out a word that needs one', () => {
  expect(expand('placer/a0() po:v1')).toEqual(['placer', 'plaça', 'placée', 'placées']);
});

it('leaves out what isn’t wanted', () => {
  expect(expand('placer/a0()', ({ tags }) => !tags.includes('po:ipsi'))).not.toContain('plaça');
});

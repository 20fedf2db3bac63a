/** Finds rows of work on site. This service is for work over the internet. */
import { excerpt } from '@/model/characters';
import { foldWords } from '../values/fold-words';
import { parseFlag } from '../values/convert-value';
import type { ImportRow } from '../table/table';
import type { RowFinding } from './row-finding';

/** Names of columns, folded, that ask whether something is done over the internet, and those that ask the contrary. */
const asksOnline =
  /^(?!.*\b(?:appl|candidat|postul|inscri)).*\b(?:remote|remotely|online|virtual|a distance|visio|teletravail|en ligne|a distancia|en linea|teletrabajo)\b/;
const asksOnSite = /\b(?:on ?site|in person|presentiel|sur place|sur site|presencial)\b/;

/** Short cells, folded, that say it themselves. */
const saysOnSite =
  /^(?:(?:non?|en|modalidad) )?(?:on ?site|in person|face to face|presentiel|sur place|sur site|presencial|semipresencial|hybrid|hybride|hibrid[oa])\b/;
const longest = 40;

function isOnSite(column: string, said: string): boolean {
  const [name, words] = [foldWords(column.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')), foldWords(said)];
  if (words.length <= longest && saysOnSite.test(words)) return true;
  const flag = parseFlag(said);
  return (flag === false && asksOnline.test(name)) || (flag === true && asksOnSite.test(name));
}

/** Finds the first cell that says that the work is done on site. */
export function findOnSite({ cells }: ImportRow): RowFinding[] {
  const said = [...cells].map(
    ([column, cell]) => [column, typeof cell === 'object' ? '' : String(cell)] as const,
  );
  const found = said.find(([column, cell]) => isOnSite(column, cell));
  if (!found) return [];
  const [column, cell] = found;
  return [
    {
      code: 'on-site',
      severity: 'blocks',
      message: `says “${excerpt(cell.trim(), 40)}” under “${excerpt(column, 60)}”, so the work may not be done online`,
      hint: 'Publish it only if it can be done over the internet.',
    },
  ];
}

/** Encodes what saved searches need of a language (build side). */
import { gzipSync } from 'node:zlib';
import { shortHash } from '@/model/short-hash';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { readColumnValues } from '../../index/encode-columns';
import { maxNewsBytes, type NewsFile } from './news-file';
import type { RowIds } from '../../cards/row-ids';

const hashesOf = (views: readonly SiteOpportunity[]) => views.map(({ id }) => shortHash(id)).join('');

/** Encodes the ids of opportunities, in the order of the columns. */
export function encodeRowIds(views: readonly SiteOpportunity[], index: string): RowIds {
  return { index, ids: hashesOf(views) };
}

/** The day on which an opportunity came or was changed. */
const changedOn = ({ shared: { posted, updated } }: SiteOpportunity) => (posted > updated ? posted : updated);

/** More never fit: each takes more than eight bytes. */
const mostTried = Math.floor(maxNewsBytes / 8);

/** Encodes as many of the open opportunities as fit, those that changed last. */
export function encodeNews(views: readonly SiteOpportunity[], index: string): NewsFile {
  const open = views
    .filter(({ stage }) => acceptsApplications(stage))
    .toSorted((a, b) => (changedOn(a) < changedOn(b) ? 1 : changedOn(a) > changedOn(b) ? -1 : 0));
  const tried = open.slice(0, mostTried);
  const encodeFirst = readColumnValues(tried);
  const encode = (count: number): NewsFile => ({
    ...encodeFirst(count, { index, cards: '' }),
    ids: hashesOf(tried.slice(0, count)),
    isAll: count === open.length,
  });
  const fits = (count: number) => gzipSync(`${JSON.stringify(encode(count))}\n`).length <= maxNewsBytes;
  let most = tried.length;
  if (fits(most)) return encode(most);
  let fitting = 0;
  while (most - fitting > 1) {
    const middle = Math.floor((fitting + most) / 2);
    if (fits(middle)) fitting = middle;
    else most = middle;
  }
  return encode(fitting);
}

/** Encodes what saved searches need of a language (build side). */
import { shortHash } from '@/model/short-hash';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { encodeColumns } from '../../index/encode-columns';
import { mostNews, type NewsFile } from './news-file';
import type { RowIds } from '../../cards/row-ids';

const hashesOf = (views: readonly SiteOpportunity[]) => views.map(({ id }) => shortHash(id)).join('');

/** Encodes the ids of opportunities, in the order of the columns. */
export function encodeRowIds(views: readonly SiteOpportunity[], index: string): RowIds {
  return { index, ids: hashesOf(views) };
}

/** The day on which an opportunity came or was changed. */
const changedOn = ({ shared: { posted, updated } }: SiteOpportunity) => (posted > updated ? posted : updated);

/** Encodes the open opportunities that changed last. */
export function encodeNews(views: readonly SiteOpportunity[], index: string): NewsFile {
  const open = views
    .filter(({ stage }) => acceptsApplications(stage))
    .toSorted((a, b) => (changedOn(a) < changedOn(b) ? 1 : changedOn(a) > changedOn(b) ? -1 : 0));
  const last = open.slice(0, mostNews);
  return {
    ...encodeColumns(last, { index, cards: '' }),
    ids: hashesOf(last),
    isAll: open.length <= mostNews,
  };
}

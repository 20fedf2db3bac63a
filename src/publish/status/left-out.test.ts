import { expect, it } from 'vitest';
import type { Problem } from '@/model/problems';
import { rawOpportunity } from '@/model/samples.fixture';
import type { Entry } from '@/model/types/types';
import type { Content } from '@/pipeline/content';
import { findLeftOut } from './left-out';

const problem = (id: string, change: Partial<Problem> = {}): Problem => ({
  code: 'field-missing',
  severity: 'blocks',
  type: 'opportunity',
  id,
  where: `content/opportunities/${id}.yml`,
  message: 'is missing',
  hint: 'Fill it in.',
  ...change,
});

const raw = rawOpportunity('bad');

it('names each entry with its version, its reasons and a link, and none that is on the site', () => {
  const prepared = {
    content: { entries: [{ type: 'opportunity', id: 'shown' } as Entry] } as unknown as Content,
    problems: [
      problem('shown'),
      problem('bad', { locale: 'fr', field: 'title' }),
      problem('bad', { message: 'is too long', hint: 'Shorten it.' }),
      problem('warned', { severity: 'warns' }),
      problem('unreadable'),
    ],
    leftOut: [{ ...raw, id: 'bad' }],
    hashes: new Map([['opportunity/bad', 'HASH']]),
  };
  const [bad, unreadable, ...others] = findLeftOut(prepared);
  expect(others).toEqual([]);
  expect(bad).toMatchObject({
    type: 'opportunity',
    id: 'bad',
    hash: 'HASH',
    edit: 'http://localhost:4321/admin/#/opportunity/bad',
    reasons: ['fr.title: is missing — Fill it in.', 'is too long — Shorten it.'],
  });
  expect(bad?.title).not.toBe('bad');
  expect(unreadable).toMatchObject({
    id: 'unreadable',
    title: 'unreadable',
    reasons: ['is missing — Fill it in.'],
  });
  expect(unreadable?.hash).toBeUndefined();
});

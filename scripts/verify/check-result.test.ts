import { describe, expect, it } from 'vitest';
import { createFindingList, formatResultTable } from './check-result';

describe('what a check found', () => {
  it('counts findings of one group as one', () => {
    const found = createFindingList();
    for (const page of ['/a/', '/b/', '/c/']) found.wrong(`${page} has no header.`, 'no header');
    expect(found.result('Headers', '3 addresses').findings).toEqual([
      { severity: 'wrong', message: '/a/ has no header. The same on 2 more.' },
    ]);
  });

  it('is a line in a table, with the first twenty findings below', () => {
    const [fine, links] = [createFindingList(), createFindingList()];
    for (let number = 1; number <= 20; number++) links.warn(`Link ${number}.`);
    links.wrong('The last.');
    const [first, second, third, ...others] = formatResultTable([
      fine.result('TLS', 'all'),
      links.result('Links', '2 pages'),
    ]).split('\n');
    expect([first, second, third]).toEqual([
      '  ok       TLS    all',
      '  wrong    Links  2 pages',
      '             warning: Link 1.',
    ]);
    expect([others.length, others.at(-1)]).toEqual([20, '             and 1 more']);
  });
});

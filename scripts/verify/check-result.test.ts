import { describe, expect, it } from 'vitest';
import { createFindingList, formatResultTable, findVerdict } from './check-result';

describe('what a check found', () => {
  it('counts findings of one group as one, and keeps the first twenty', () => {
    const found = createFindingList();
    for (const page of ['/a/', '/b/', '/c/']) found.wrong(`${page} has no header.`, 'no header');
    for (let number = 1; number <= 25; number++) found.warn(`Warning ${number}.`);
    const result = found.result('Headers', '3 addresses');
    expect(result.findings[0]).toEqual({
      severity: 'wrong',
      message: '/a/ has no header. The same on 2 more.',
    });
    expect([result.findings.length, result.more, findVerdict(result)]).toEqual([20, 6, 'wrong']);
  });

  it('is wrong where one that wasn’t kept is', () => {
    const found = createFindingList();
    for (let number = 1; number <= 20; number++) found.warn(`Warning ${number}.`);
    found.wrong('The last.');
    expect(findVerdict(found.result('Links', ''))).toBe('wrong');
  });

  it('is a line in a table, with its findings below', () => {
    const [fine, links] = [createFindingList(), createFindingList()];
    links.warn('One link.');
    expect(formatResultTable([fine.result('TLS', 'all'), links.result('Links', '2 pages')])).toBe(
      '  ok       TLS    all\n  warning  Links  2 pages\n             warning: One link.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkProposal } from './proposal-check';

const codes = (answers: Record<string, string>, language = 'en') =>
  checkProposal(answers, language).map(({ code, words }) => (words ? `${code}: ${words}` : code));

describe('what an editor would ask of a proposal', () => {
  it('is nothing of what isn’t written yet, and of what is fine', () => {
    expect(codes({})).toEqual([]);
    const fine = {
      title: 'Translate a water handbook',
      deliverable: 'A text file of 24 pages, read by two people.',
      'hours.min': '2',
      'hours.max': '10',
      'length.kind': 'weeks',
      'length.weeks': '4',
    };
    expect(codes(fine)).toEqual([]);
  });

  it.each([
    ['en', 'Communication officer', ['verb', 'post: officer']],
    ['fr', 'Chargée de communication', ['verb', 'post: Chargée']],
    ['es', 'Asistente de prensa', ['verb', 'post: Asistente']],
  ])('is about the title in each language (%s)', (language, title, expected) => {
    expect(codes({ title }, language)).toEqual(expected);
  });

  it('is about money, staff, a short end, and numbers that don’t go together', () => {
    expect(
      codes({
        title: 'Write letters',
        task: 'You ask donors for money and supervise our staff.',
        deliverable: 'Letters',
        'hours.min': '11',
        'hours.max': '9',
        'length.kind': 'weeks',
      }),
    ).toEqual(['money: ask donors for money', 'staff: supervise our staff', 'deliverable', 'hours', 'weeks']);
  });
});

import { describe, expect, it } from 'vitest';
import { addVersion, beginHistory, redo, undo } from './history';

describe('the history of a form', () => {
  const begun = beginHistory({ title: '' });
  const typed = ['A', 'Ab', 'Abc'].reduce(
    (history, title, index) => addVersion(history, { title }, { place: 'title', at: index * 100 }),
    begun,
  );

  it('undoes what was typed without a pause as a whole', () => {
    expect(undo(typed).present).toEqual({ title: '' });
    expect(redo(undo(typed)).present).toEqual({ title: 'Abc' });
  });

  it('undoes changes of two fields, or after a pause, one by one', () => {
    const later = addVersion(typed, { title: 'Abcd' }, { place: 'title', at: 5000 });
    const other = addVersion(later, { title: 'Abcd', status: 'open' });
    expect(undo(other).present).toEqual({ title: 'Abcd' });
    expect(undo(undo(other)).present).toEqual({ title: 'Abc' });
  });

  it('has nothing to undo or redo at its ends', () => {
    expect(undo(begun)).toEqual(begun);
    expect(redo(begun)).toEqual(begun);
    expect(redo(addVersion(undo(typed), { title: 'B' })).present).toEqual({ title: 'B' });
  });
});

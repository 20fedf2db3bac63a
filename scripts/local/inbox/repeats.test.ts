import { describe, expect, it } from 'vitest';
import { findRepeats } from './repeats';

function received(id: string, fields: Record<string, string>) {
  return { id, receivedAt: '2026-11-25T00:00:00.000Z', form: 'local', fields };
}

/** Returns which submission repeats which, and how that is recognized: `{ b: 'id a' }`. */
function repeats(...submissions: ReturnType<typeof received>[]) {
  return Object.fromEntries([...findRepeats(submissions)].map(([id, { of, by }]) => [id, `${by} ${of.id}`]));
}

const one = { opportunity: 'relire', email: 'a@example.org' };

describe('findRepeats', () => {
  it('knows attempts of a script by their submission_id, whatever else changed', () => {
    const again = { ...one, email: 'mended@example.org', submission_id: '1' };
    expect(repeats(received('a', { ...one, submission_id: '1' }), received('b', again))).toEqual({
      b: 'id a',
    });
  });

  it('takes different ids for different applications of the same person', () => {
    const [a, b] = [
      received('a', { ...one, submission_id: '1' }),
      received('b', { ...one, submission_id: '2' }),
    ];
    expect(repeats(a, b)).toEqual({});
  });

  it('without an id goes by opportunity and e-mail address', () => {
    const a = received('a', one);
    const b = received('b', { ...one, email: ' A@Example.org' });
    const other = received('c', { ...one, opportunity: 'traduire' });
    expect(repeats(a, b, other, received('d', one))).toEqual({ b: 'person a', d: 'person a' });
  });

  it('sees that one was sent with a script and without', () => {
    const withId = { ...one, submission_id: '1' };
    expect(repeats(received('a', withId), received('b', one))).toEqual({ b: 'person a' });
    expect(repeats(received('a', one), received('b', withId))).toEqual({ b: 'person a' });
  });

  it('says nothing of forms that are no application', () => {
    expect(
      repeats(received('a', { email: 'a@example.org' }), received('b', { email: 'a@example.org' })),
    ).toEqual({});
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMessage, isBasic, textMessage } from './text-message';

const url = 'https://example.org/fr/c/une-langue/';

describe('textMessage', () => {
  it.each([
    ['L’eau, « notre » bien – à vous…', `L'eau, "notre" bien - à vous... ${url}`],
    ['¿Y tú?', `¿Y tú? ${url}`],
    ['Roots', `Roots ${url}`],
  ])('makes of %j a message with plain characters', (title, message) => {
    expect(textMessage(title, url)).toBe(message);
  });

  it('fits one message of 160 in the basic alphabet, else of 70', () => {
    const long = textMessage('Traduire un guide à la source '.repeat(9), url);
    expect(isBasic(long)).toBe(true);
    expect(countMessage(long)).toBeLessThanOrEqual(160);
    expect(countMessage(long)).toBeGreaterThan(140);
    expect(long).toContain('... https://');
    const other = textMessage('Prêtez une langue à vos voisins du fleuve', url);
    expect(other).toBe(`Prêtez une langue à vos... ${url}`);
    expect(other.length).toBeLessThanOrEqual(70);
  });

  it('takes a second message rather than half a word', () => {
    const longUrl = `https://example.org/fr/missions/${'x'.repeat(40)}/`;
    expect(textMessage('Prêtez une langue à vos voisins', longUrl)).toBe(
      `Prêtez une langue à vos voisins ${longUrl}`,
    );
  });

  it('is one message for every title that a page has, at a short address', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), (title) => {
        const message = textMessage(`x${title}`, url);
        expect(countMessage(message)).toBeLessThanOrEqual(isBasic(message) ? 160 : 70);
      }),
    );
  });
});

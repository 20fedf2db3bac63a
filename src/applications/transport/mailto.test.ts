import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage, maxMailtoLength, mailto, mailtoWithinLimit } from './mailto';

describe('mailto', () => {
  it('fills in subject and body as RFC 6068 says', () => {
    expect(mailto('a+b@c.example', 'Où & quand ?', 'one\ntwo')).toBe(
      'mailto:a%2Bb@c.example?subject=O%C3%B9%20%26%20quand%20%3F&body=one%0D%0Atwo',
    );
  });

  it('gives back what went in, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (body) => {
        const address = mailto('a@b.example', 's', body);
        expect(address).toMatch(/^mailto:[\x21-\x7e]+$/);
        const back = decodeURIComponent(/&body=(.*)$/.exec(address)?.[1] ?? '');
        expect(back.replaceAll('\r\n', '\n')).toBe(
          body.replaceAll(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\r\n', '\n'),
        );
      }),
    );
  });
});

describe('mailtoWithinLimit', () => {
  const short = 'Please attach the file with my application.';

  it('has the whole text where there is room for it', () => {
    expect(mailtoWithinLimit('a@b.example', 'Hi', 'one', short)).toBe(mailto('a@b.example', 'Hi', 'one'));
  });

  it('has the short one where there is none', () => {
    const link = mailtoWithinLimit('a@b.example', 'Hi', 'x'.repeat(2000), short);
    expect(link).toBe(mailto('a@b.example', 'Hi', short));
  });

  it('is never longer than mail programs take', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 3000 }),
        (subject, body) => {
          expect(mailtoWithinLimit('a@b.example', subject, body, short).length).toBeLessThanOrEqual(
            maxMailtoLength,
          );
        },
      ),
    );
  });
});

describe('formatMessage', () => {
  it('sets each answer under its label and leaves room where there is none', () => {
    expect(
      formatMessage([
        { label: 'Your name', answer: 'Awa' },
        { label: 'Why', answer: '' },
      ]),
    ).toBe('Your name\nAwa\n\nWhy\n\n');
  });
});

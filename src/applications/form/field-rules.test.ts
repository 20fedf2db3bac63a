import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers, cleanAnswer, checkAnswer, type FieldRule } from './field-rules';

const name: FieldRule = { name: 'name', kind: 'line', required: true, max: 120 };
const email: FieldRule = { name: 'email', kind: 'email', required: true, max: 254 };
const motivation: FieldRule = { name: 'motivation', kind: 'text', required: true, min: 40, max: 3000 };

const problem = (rule: FieldRule, answer: string) => checkAnswer(rule, cleanAnswer(rule.kind, answer));

describe('cleanAnswer', () => {
  it('takes the space around an answer away, and tabs out of a line', () => {
    expect(cleanAnswer('line', '  Awa\tDiop ')).toBe('Awa Diop');
    expect(cleanAnswer('text', '\r\n one\r\ntwo\tx \n')).toBe('one\ntwo\tx');
  });

  it('frees an address of the invisible characters that come along when it is copied', () => {
    expect(cleanAnswer('email', '\u200Bawa@example.org\u2060 ')).toBe('awa@example.org');
  });

  it('leaves names as they are: emoji, right to left, joiners', () => {
    for (const verbatim of ['👩🏽‍🚀 Ada', 'محمد الأمين', 'می‌خواهم', 'A\u202Eevil', '<b>O’Neil</b>']) {
      expect(cleanAnswer('line', verbatim)).toBe(verbatim);
      expect(problem(name, verbatim)).toBeUndefined();
    }
  });
});

describe('checkAnswer', () => {
  it('counts an answer that nobody can see as none', () => {
    for (const nothing of ['', '   ', '\u200B\u200D', '\u2060\n', '\u0000']) {
      expect(problem(name, nothing)).toBe('required');
    }
  });

  it.each(['a@b.cd', 'awa.diop+vol@mail.example.org', 'o’neil@exämple.org', '用户@例子.广告'])(
    'takes the address %s',
    (address) => {
      expect(problem(email, address)).toBeUndefined();
    },
  );

  it.each([
    'awa',
    'awa@',
    '@example.org',
    'a@b',
    'a b@c.de',
    'a@b.c, d@e.fg',
    'A <a@b.cd>',
    'a@@b.cd',
    'a@b.',
  ])('refuses the address %s', (address) => {
    expect(problem(email, address)).toBe('email');
  });

  it('counts as the browser does, at both ends', () => {
    expect(problem(motivation, 'x'.repeat(39))).toBe('short');
    expect(problem(motivation, 'x'.repeat(40))).toBeUndefined();
    expect(problem(motivation, 'x'.repeat(3000))).toBeUndefined();
    expect(problem(motivation, 'x'.repeat(3001))).toBe('long');
  });

  it('is quick about a megabyte', () => {
    const started = performance.now();
    expect(problem(email, 'a@'.repeat(500_000))).toBe('long');
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('takes only what is on the list', () => {
    const options = [['none', 'I don’t know it']] as const;
    const language: FieldRule = { name: 'language_fr', kind: 'choice', required: true, max: 40, options };
    expect(problem(language, 'none')).toBeUndefined();
    expect(problem(language, 'perfect')).toBe('choice');
    expect(problem({ name: 'country', kind: 'country', required: true, max: 2 }, 'sn')).toBe('choice');
  });

  it('wants the box ticked', () => {
    const consent: FieldRule = { name: 'consent', kind: 'agree', required: true, max: 10 };
    expect(problem(consent, 'yes')).toBeUndefined();
    expect(problem(consent, 'on')).toBe('required');
    expect(problem(consent, '')).toBe('required');
  });
});

describe('checkAnswers', () => {
  it('takes missing answers for empty ones and names the problems in the form’s order', () => {
    const { answers, problems } = checkAnswers([name, email], { email: 'nobody' });
    expect(answers).toEqual({ name: '', email: 'nobody' });
    expect(problems).toEqual([
      { name: 'name', code: 'required' },
      { name: 'email', code: 'email' },
    ]);
  });

  it('never throws, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(name, email, motivation),
        (text, rule) => {
          const once = cleanAnswer(rule.kind, text);
          expect(cleanAnswer(rule.kind, once)).toBe(once);
          checkAnswers([rule], { [rule.name]: text });
        },
      ),
    );
  });
});

/** Hostile input of people and bots: reported in a clear sentence, or stored as plain text. Never executed, never dropped. */
import { describe, expect, it } from 'vitest';
import { messageForms } from '@/i18n/routes';
import { useInbox } from '@scripts/local/inbox/inbox.fixture';
import { translator } from '@/i18n/translate';
import { applicationSections } from './application-form';
import { opportunityFixture } from './opportunity.fixture';
import { buildPayload } from './form-answers';
import { mailto } from '../transport/mailto';
import { messageFormSections } from '../messages/message-form';
import { checkAnswers, cleanAnswer, checkAnswer, type FieldRule } from './field-rules';
import { formService } from '../transport/form-service';

const hostile: Readonly<Record<string, string>> = {
  html: '<script>alert(1)</script><img src=x onerror="alert(1)">"\'>&amp;',
  emoji: '👩🏽‍🚀 Zoë 🇸🇳',
  'right to left': '\u202Eمحمد أحمد\u202C و مريم',
  'zero width': 'A\u200Bw\u200Da\uFEFF',
  'half a pair': 'A\uD800 \uDC00b',
  'a line break in it': 'Awa\r\nBcc: all@example.org\r\n\r\nHello',
  'a line separator': 'Awa\u2028X',
  null: 'A\u0000wa',
  negative: '-1',
  huge: '9'.repeat(400),
  infinite: 'Infinity1e999',
  formula: '=HYPERLINK("http://x")',
  'a megabyte': 'x'.repeat(1_000_000),
};

const inbox = useInbox('all');
const submit = (payload: Record<string, string>) =>
  formService.submit({ endpoint: inbox.url, formId: 'any', payload, timeoutMs: 5000 });

const t = translator('en');
const rules: readonly FieldRule[] = [
  ...applicationSections(t, opportunityFixture('en'), undefined),
  ...messageForms.flatMap((form) => messageFormSections(t, form)),
].flatMap(({ fields }) => fields);

describe('what is hostile in any field', () => {
  it.each(Object.entries(hostile))(
    'is named as a problem, or is sent as it was written: %s',
    async (_, text) => {
      const taken: Record<string, string> = {};
      for (const rule of rules) {
        const answer = cleanAnswer(rule.kind, text);
        if (checkAnswer(rule, answer) === undefined) taken[`${rule.name} ${rule.kind}`] = answer;
      }
      for (const [name, answer] of Object.entries(taken)) {
        // Only an address loses anything: the invisible characters that come along when it is copied.
        expect(name.endsWith(' email') || text.replaceAll(/\r\n?/g, '\n').includes(answer)).toBe(true);
      }
      const payload = buildPayload(Object.entries(taken), taken, {
        id: 'n-1',
        seconds: 9,
        subject: text.slice(0, 200),
      });
      expect(await submit(payload)).toEqual({ kind: 'sent' });
      expect((await inbox.kept()).at(-1)?.fields).toMatchObject(taken);
    },
  );

  it('is too long for each field, and not cut', () => {
    const { problems, answers } = checkAnswers(
      rules,
      Object.fromEntries(rules.map(({ name }) => [name, hostile['a megabyte']])),
    );
    expect(new Set(problems.map(({ name }) => name))).toEqual(new Set(rules.map(({ name }) => name)));
    expect(answers['motivation']).toHaveLength(1_000_000);
  });

  it('makes no second line of a name or an address, where mail has its headers', () => {
    for (const kind of ['line', 'email'] as const) {
      const rule: FieldRule = { name: 'x', kind, required: true, max: 1000 };
      for (const break_ of ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\u000B'])
        expect(
          checkAnswer(rule, cleanAnswer(kind, `a@example.org${break_}Bcc: b@example.org`)),
        ).toBeDefined();
    }
  });

  it('adds nothing to the address of a message', () => {
    const link = mailto('hello@example.org', 'Hi\r\nBcc: b@example.org', 'x&cc=b@example.org');
    expect([...new URL(link).searchParams.keys()]).toEqual(['subject', 'body']);
    expect(new URL(link).searchParams.get('subject')).toBe('Hi Bcc: b@example.org');
  });
});

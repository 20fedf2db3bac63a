import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { createRedactor, findSecrets } from '@/config/secrets';
import { environmentVariables } from '@/config/variables';
import { markdownToHtml } from '@/pipeline/texts/markdown';
import { createSecretFinder } from './verify-secrets';

const token = 'cfpat-a1B2c3D4_e5F6g7H8-i9J0';
const env = { CONTENTFUL_DELIVERY_TOKEN: token };

/** Returns the message for a file with this text. */
function said(text: string | Buffer, environment: Readonly<Record<string, string>> = env): string {
  const bytes = Buffer.from(text as string);
  try {
    createSecretFinder(findSecrets(environment)).inText('en/a.html', bytes, bytes.toString());
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const found = (variable: string) =>
  new RegExp(`^The value of ${variable} stands in en/a\\.html\\. Nothing was published\\.`);

const hex = Buffer.from(token).toString('hex');
const base64 = (before: string, after = '') => Buffer.from(`${before}${token}${after}`).toString('base64');
const codes = [...token].map((sign) => sign.charCodeAt(0));
const half = token.slice(0, 14);
const rest = token.slice(14);

describe('a secret', () => {
  it.each([
    ['as it is', token],
    ['percent-encoded in part', token.replace('a', '%61').replace('-', '%2D')],
    ['hexadecimal', hex],
    ['hexadecimal, upper case', hex.toUpperCase()],
    ['base64', base64('')],
    ['base64, one byte on', base64('x', 'yz')],
    ['base64, two bytes on', base64('xx', 'y')],
    ['base64 of an Authorization header', base64('user:')],
    ['base64 for addresses', base64('??', '>>').replaceAll('+', '-').replaceAll('/', '_')],
    ['base64 on several lines', base64('', 'x'.repeat(60)).replaceAll(/(.{20})/g, '$1\r\n')],
    ['escaped for JSON', JSON.stringify({ token })],
    ['with markup within', `${half}<strong class="x">${rest}</strong>`],
    ['with escaped markup within', `${half}&lt;b&gt;${rest}&lt;/b&gt;`],
    ['with markup for JSON within', `${half}\\u003cb>${rest}`],
    ['with a comment within', `${half}<!-- a > -->${rest}`.replace(' a >', '')],
    ['with Markdown within', `${half}**${rest.slice(0, 4)}**${rest.slice(4)}`],
    ['with spaces and line breaks within', `${half} \n\t${rest}`],
    ['with escaped line breaks within', `${half}\\n${rest}`],
    ['with invisible signs within', `${half}\u200B\u00AD${rest}&shy;&ZeroWidthSpace;`],
    ['folded, as in a calendar', `DESCRIPTION:${half}\r\n ${rest}`],
    ['in an attribute', `<a title="${token.replace('a', '&#97;')}">`],
  ])('is found %s', (_name, text) => {
    const message = said(`<p>before ${text} after</p>`);
    expect(message).toMatch(found('CONTENTFUL_DELIVERY_TOKEN'));
    expect(message).not.toContain(token);
  });

  it('is found however Markdown takes it apart', () => {
    const parts = ['**', '_', '\n', '\\\n', '<br>', '&#8203;', '[', '~~', '`', '<!-- -->'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(token.length), fc.constantFrom(...parts)), { maxLength: 4 }),
        (cuts) => {
          const spread = cuts
            .toSorted(([a], [b]) => b - a)
            .reduce((text, [at, part]) => text.slice(0, at) + part + text.slice(at), token);
          const html = markdownToHtml(`See ${spread} there`);
          // A comment at the beginning of a line takes the rest of that line out of the page.
          fc.pre(!/\n<!-- -->/.test(spread));
          // In code, a reference is text as it stands; it is found in the content.
          fc.pre(!html.includes('&#x26;#8203;'));
          expect(said(html)).toMatch(found('CONTENTFUL_DELIVERY_TOKEN'));
        },
      ),
      { numRuns: randomRuns(100), seed: 11 },
    );
  });

  it.each([
    ['sign by sign', [...token].join('*')],
    ['by invisible signs', [...token].join('\u200C')],
    ['by tags', [...token].join('<br>')],
    ['by links', `[${half}](https://a.example/b)${rest}`],
    ['by escapes', [...token].join('\\')],
    ['as references', codes.map((code) => `&#${code};`).join('')],
    ['as references in hexadecimal', codes.map((code) => `&#x${code.toString(16)};`).join('')],
    ['percent-encoded', codes.map((code) => `%${code.toString(16).toUpperCase()}`).join('')],
  ])('is found in what an editor wrote, taken apart %s', (_name, task) => {
    const entry = { locales: { en: { task: `Before ${task} after` } } };
    expect(() => createSecretFinder(findSecrets(env)).inContent('pages/a.yml', entry)).toThrow(
      /^The value of CONTENTFUL_DELIVERY_TOKEN stands in pages\/a\.yml\./,
    );
  });

  it('is found in what files that are no text say of themselves', async () => {
    const title = (author: string) =>
      new Promise<Buffer>((resolve) => {
        const sheet = new PDFDocument({ info: { Author: author } });
        const chunks: Buffer[] = [];
        sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
        sheet.on('end', () => resolve(Buffer.concat(chunks)));
        sheet.end();
      });
    const picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Copyright: token } })
      .png()
      .toBuffer();
    for (const bytes of [picture, await title(token), await title(`É ${token}`)]) {
      expect(() => createSecretFinder(findSecrets(env)).inBytes('en/a.html', bytes)).toThrow(
        found('CONTENTFUL_DELIVERY_TOKEN'),
      );
    }
    const other = await title('É');
    expect(() => createSecretFinder(findSecrets(env)).inBytes('a', other)).not.toThrow();
  });

  it('is not found in what only resembles it', () => {
    const cut = [token.slice(1), hex.slice(2), base64('').slice(2, -4)];
    for (const text of [...cut, token.toUpperCase(), `${half}x${rest}`, '', 'a'])
      expect(said(`<p>${text}</p>`)).toBe('');
    expect(said('<p>local</p>', { CONTENTFUL_DELIVERY_TOKEN: 'local' })).toBe('');
  });

  it('is every variable that is declared as one', () => {
    for (const { name } of environmentVariables.filter(({ secret }) => secret === 'value'))
      expect(said(token, { [name]: token })).toMatch(found(name));
  });

  it('is also a name or a password in an address', () => {
    const address = 'https://deploy-robot-number-1:p%40ssword-of-16-signs@proxy.example:8080/';
    for (const { name } of environmentVariables.filter(({ secret }) => secret === 'user-info')) {
      expect(said('p@ssword-of-16-signs', { [name]: address })).toMatch(found(name));
      expect(said('p%40ssword-of-16-signs', { [name]: address })).toMatch(found(name));
      expect(said('deploy-robot-number-1', { [name]: address })).toMatch(found(name));
      expect(said('https://proxy.example:8080/', { [name]: address })).toBe('');
    }
    expect(findSecrets({ HTTPS_PROXY: 'http://proxy.example:8080/a@b/c-and-more-than-16-signs' })).toEqual(
      [],
    );
  });
});

describe('what is printed', () => {
  it('has [secret] where one would stand', () => {
    const secret = 'a"b<c>-and-more-than-16-signs';
    const redact = createRedactor(
      findSecrets({ WEBHOOK_TOKEN: secret, HTTPS_PROXY: 'http://u:p@h.example' }),
    );
    for (const form of [secret, secret.replace('"', '\\"'), 'a&quot;b&lt;c&gt;-and-more-than-16-signs'])
      expect(redact(`x ${form} y`)).toBe('x [secret] y');
    expect(redact('is “a"b<c>-and-more-than-1…”')).toBe('is “[secret]…”');
    expect(redact('u:p')).toBe('u:p');
    expect(createRedactor([])('x')).toBe('x');
  });
});

import { describe, expect, it } from 'vitest';
import { findNames, wordsFault } from './link-words';

describe('words that name a host', () => {
  it.each([
    ['Visit https://good.example now', 'good.example'],
    ['(https://good.example)', 'good.example'],
    ['www.good.example', 'www.good.example'],
    ['good.example', 'good.example'],

    ['good\u200B.example', 'good.example'],
    ['press@good.example', 'good.example'],
    ['écoles.example', 'xn--coles-9ra.example'],
    ['paypal.com/login now', 'paypal.com'],
    ['“PayPal.com”: sign in', 'paypal.com'],
    ['Yoast.com’s guide', 'yoast.com'],
    ['x/paypal.com', 'paypal.com'],
    ['paypal。com', 'paypal.com'],
    ['ｐａｙｐａｌ．ｃｏｍ', 'paypal.com'],
    ['pay\u00ADpal\u200D.c\u2060om login', 'paypal.com'],
    ['…paypal.com', 'paypal.com'],
    ['t.me/unicef', 't.me'],
    ['https://paypal.com@good.example', 'paypal.com'],
    // Cyrillic letters that look like Latin ones.
    ['Log in at раypal.com', 'xn--ypal-43d9g.com'],
    ['Log in at paypal.соm', 'paypal.xn--m-0tbi'],
    ['Log in at аррӏе.со', 'xn--80ak6aa92e.xn--n1af'],
  ])('%s', (words, host) => {
    expect(findNames(words).hosts).toContain(host);
  });

  it.each([
    'Our guide',
    'guide.pdf and data.csv, script.py, README.md, photos.zip',
    'Node.js and Vue.js 3.5.1, sharp@0.35.10',
    'version 2.1, at 9.30 a.m.',
    'See a.b for it',
    'Ph.D, B.Com., M.Sc, U.S.A., e.g. this, i.e. that',
    'v.gr. esto, p.ej. aquello, EE.UU., RR.HH., Sr.López',
    'c.-à-d. cela, p.ex. ceci, M.Dupont, av.J.-C.',
    'Разработка на Node.js-платформе, т.е. сайт',
    'Read more…',
    '',
  ])('but not %s', (words) => {
    expect(findNames(words)).toEqual({ hosts: [], mailboxes: [] });
  });

  it('are only what an address in them leads to', () => {
    expect(findNames('https://good.example/?to=paypal.com').hosts).toEqual(['good.example']);
    expect(findNames('jean.me@good.example').hosts).toEqual(['good.example']);
  });

  it('are found at once in long words', () => {
    const began = process.cpuUsage();
    for (const sign of ['a', 'a.', 'a+', 'a@', 'www.', 'https://', 'a-', '@.'])
      findNames(sign.repeat(20_000));
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(2);
  });
});

describe('a link whose words name another target', () => {
  const faultOf = (words: string, hosts: string[], mailboxes?: string[]) =>
    wordsFault(words, { hosts, mailboxes })?.reason;

  it.each([
    ['a.example', 'a.example'],
    ['a.example', 'www.a.example'],
    ['www.a.example', 'a.example'],
    ['a.example', 'help.a.example'],
    ['Wikipedia.org, the encyclopedia', 'fr.wikipedia.org'],
    ['Our guide', 'a.example'],
  ])('is fine: %s to %s', (words, host) => {
    expect(faultOf(words, [host])).toBeUndefined();
  });

  it.each([
    ['a.example', 'nota.example', 'leads to nota.example, while its words say a.example'],
    ['help.a.example', 'a.example', 'leads to a.example, while its words say help.a.example'],
    ['Log in at paypal.com', 'evil.example', 'leads to evil.example, while its words say paypal.com'],
  ])('is refused: %s to %s', (words, host, reason) => {
    expect(faultOf(words, [host])).toBe(reason);
  });

  it('may not be an e-mail to others than those that it names', () => {
    const hosts = ['real.org'];
    expect(faultOf('Write to NGO@real.org', hosts, ['ngo@real.org'])).toBeUndefined();
    expect(faultOf('Write to us at real.org', hosts, ['ngo@real.org'])).toBeUndefined();
    expect(faultOf('ngo@real.org', hosts, ['spy@real.org'])).toBe(
      'writes to spy@real.org, while its words say ngo@real.org',
    );
    expect(faultOf('ngo@real.org', ['real.org', 'evil.example'], ['ngo@real.org', 'ngo@evil.example'])).toBe(
      'leads to evil.example, while its words say real.org',
    );
  });
});

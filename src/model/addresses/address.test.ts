import { describe, expect, it } from 'vitest';
import { checkWebAddress, settingWithoutUserInfo, withoutUserInfo } from './address';

const verdict = (raw: string) => {
  const checked = checkWebAddress(raw);
  return 'href' in checked ? checked.href : checked.fault.reason;
};

describe('an address of the web', () => {
  it.each([
    ['https://a.example', 'https://a.example'],
    ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
    // As browsers read them where they stand alone.
    ['https:\\\\a.example\\b', 'https://a.example/b'],
    ['https:/a.example', 'https://a.example/'],
    ['https:a.example', 'https://a.example/'],
    ['https://A.Example/é b', 'https://a.example/%C3%A9%20b'],
    ['https://@a.example/', 'https://a.example/'],
    ['https://écoles.example', 'https://xn--coles-9ra.example/'],
    ['https://xn--coles-9ra.example/', 'https://xn--coles-9ra.example/'],
    ['https://пример.example', 'https://xn--e1afmkfd.example/'],
    // Letters that look like Latin ones, below a domain that is written in that script.
    ['https://сорос.рф/', 'https://xn--n1aafcd.xn--p1ai/'],
    ['https://сорос.ru/', 'https://xn--n1aafcd.ru/'],
    ['https://例え.example', 'https://xn--r8jz45g.example/'],
    ['https://テレビtv.example', 'https://xn--tv-jj4a3b2g.example/'],
    ['https://한국2.example', 'https://xn--2-xj6ep17h.example/'],
    ['https://नमूना.example', 'https://xn--l2bar9dsa.example/'],
    ['https://مثال.example', 'https://xn--mgbh0fb.example/'],
  ])('is published as browsers read it: %s', (raw, href) => {
    const checked = checkWebAddress(raw);
    expect(checked).toHaveProperty('href');
    expect(verdict(raw)).toBe(href);
    expect(new URL(href).href).toBe(new URL(raw).href);
  });

  it.each([
    ['https://good.example@evil.example/', 'leads to evil.example, whatever stands before the @'],
    ['https://user:pw@evil.example/', 'leads to evil.example, whatever stands before the @'],
    // The first letter is Cyrillic.
    ...['https://раypal.example', 'https://xn--ypal-43d9g.example/'].map((raw) => [
      raw,
      'leads to xn--ypal-43d9g.example (“раypal.example”), a name that mixes letters of several alphabets (Cyrillic, Latin)',
    ]),
    [
      'https://www.аррӏе.example',
      'leads to www.xn--80ak6aa92e.example (“www.аррӏе.example”), a name in Cyrillic letters that looks like another one in Latin letters',
    ],

    ['https://fr/', 'leads to fr, which is no host on the internet'],
    ['https://127.0.0.1/', 'leads to 127.0.0.1, which is no host on the internet'],
    ['javascript:alert(1)', 'isn’t a web address'],
    ['example.org', 'isn’t a web address'],
    ['//a.example', 'isn’t a web address'],
    ['https://exa mple.org', 'isn’t a web address'],
    [
      'https://xn--a.example',
      expect.stringMatching(/^leads to xn--a\.example .*, which is no host on the internet$/) as string,
    ],
  ])('is refused with the host that it leads to: %s', (raw, reason) => {
    expect(verdict(raw)).toEqual(reason);
  });
});

describe('a name and a password in an address', () => {
  it.each([
    ['see https://user:pw@a.example/x and //pw@b.example', 'see https://…@a.example/x and //…@b.example'],
    ['https:user:pw@a.example', 'https://…@a.example'],
    ['https:\\\\user@b@a.example', 'https://…@a.example'],
    ['https://a.example/@x, press@a.example', 'https://a.example/@x, press@a.example'],
    ['mailto:press@a.example', 'mailto:press@a.example'],
  ])('is in no message: %s', (text, shown) => {
    expect(withoutUserInfo(text)).toBe(shown);
  });

  it('is in no message about a setting, however it is written', () => {
    expect(settingWithoutUserInfo('user:p/w@a.example:80')).toBe('…@a.example:80');
    expect(settingWithoutUserInfo('https://user:p@w@a.example')).toBe('https://…@a.example');
    expect(settingWithoutUserInfo('https://a.example')).toBe('https://a.example');
  });
});

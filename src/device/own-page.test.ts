import { describe, expect, it } from 'vitest';
import { headingOf, isOwnPage, offersApplication } from './own-page';

describe('what the HTML of a page tells', () => {
  it('its heading, as text', () => {
    expect(
      headingOf('<h1 class="a"> <span lang="fr">Sel &amp; riz &#39;d&#x2019;ici&#39;</span> </h1><h1>b</h1>'),
    ).toBe("Sel & riz 'd’ici'");
    expect(headingOf('<h1>a &lt;b&gt; &unknown;</h1>')).toBe('a <b> &unknown;');
    expect(headingOf('<h1> </h1>')).toBeUndefined();
    expect(headingOf('<h2>a</h2>')).toBeUndefined();
  });

  it('whether it is one of this site', () => {
    expect(isOwnPage('<link rel="manifest" href="/fr/app.webmanifest">')).toBe(true);
    expect(isOwnPage('<!DOCTYPE html><title>Log in</title>')).toBe(false);
  });

  it('whether one can apply there', () => {
    expect(offersApplication('<section id="apply" class="apply">')).toBe(true);
    expect(offersApplication('<a href="#apply">Apply</a>')).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { extractHeading } from './extract-heading';

it('reads the heading of a page as text', () => {
  expect(
    extractHeading(
      '<h1 class="a"> <span lang="fr">Sel &amp; riz &#39;d&#x2019;ici&#39;</span> </h1><h1>b</h1>',
    ),
  ).toBe("Sel & riz 'd’ici'");
  expect(extractHeading('<h1>a &lt;b&gt; &unknown;</h1>')).toBe('a <b> &unknown;');
  expect(extractHeading('<h1> </h1>')).toBeUndefined();
  expect(extractHeading('<h2>a</h2>')).toBeUndefined();
});

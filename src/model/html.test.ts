import { expect, it } from 'vitest';
import { html, Html } from './html';

it('takes for text what isn’t HTML', () => {
  const title = `<img src=x onerror="alert('1')">&`;
  expect(html`<p title="${title}">${[title, new Html('<b>1</b>'), 2, undefined]}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">' +
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;<b>1</b>2</p>',
  );
});

it('leaves out characters that XML can’t have', () => {
  expect(html`<p>${'a\0b\u{D83D}c\uFFFEd\t\u{1F4D6}'}</p>`.text).toBe('<p>abcd\t\u{1F4D6}</p>');
});

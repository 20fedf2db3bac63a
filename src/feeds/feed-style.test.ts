import { expect, it } from 'vitest';
import { formatFeedStyle } from './feed-style';

const colours = ':root{--ground:#fff;--ink:#000;--ink-2:#111;--wash:#eee;--line:#ccc;}';

it('shows what a feed is, in the words of its language', () => {
  const style = formatFeedStyle({ heading: 'Ceci est un flux', text: 'Copiez l’adresse.', colours });
  expect(style).toContain('content:"Ceci est un flux"');
  expect(style).toContain('content:"Copiez l’adresse."');
});

it('keeps a text within its string, whatever it holds', () => {
  const style = formatFeedStyle({ heading: 'a"}b\\c</style>', text: 'one\ntwo', colours });
  expect(style).toContain('content:"a\\22 }b\\5c c\\3c /style>"');
  expect(style).toContain('content:"one two"');
});

/** Every string of the interface is used: a key occurs in the code, or is built from a value there. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { strings } from './strings';

/** Keys that end in a value of the model (`skill.law`), and are built from a variable name (`${facet}.${value}`). */
const ofValues =
  /^(?:applyBy|audience|bandwidth|browse\.kind|browse\.status|cause|device|group|hours|kind|length|lengthKind|mdg|metric|need|page|precision|publication|resource|schedule|skill|status|task|voice)\./;

/** Keys that end in a part of a page or of a form's question: `stories.intro`, `message.title.hint`. */
const ofParts =
  /^(?:(?:campaigns|eligibility|opportunities|organizations|rules|saved|stories)\.(?:title|intro)|home\.step\d(?:\.text)?|message\..+|apply\.\w+\.(?:hint|missing)|share\.print\..+)$/;

it('has no string that nothing uses', () => {
  const code = globSync('{src,scripts}/**/*.{ts,tsx,astro}')
    .filter((file) => !/\.(?:test|spec|fixture)\./.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const literal = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, text]) => text));
  // `apply.${field}.hint` has every key between its fixed parts.
  const templates = [...code.matchAll(/`((?:[a-z]\w*\.)+)\$\{[^`{}]*\}([\w.-]*)`/g)].map(
    ([, start = '', end = '']) => new RegExp(`^${RegExp.escape(start)}[\\w-]+${RegExp.escape(end)}$`),
  );
  const isUsed = (key: string) =>
    literal.has(key) || ofValues.test(key) || ofParts.test(key) || templates.some((one) => one.test(key));
  const unused = Object.keys(strings.en).filter(
    (key) => !isUsed(key) && !isUsed(key.replace(/\.(?:one|other)$/, '')),
  );
  expect(unused).toEqual([]);
});

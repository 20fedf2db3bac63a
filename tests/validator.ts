import { HtmlValidate } from 'html-validate';

/** The built files are minified and say some things in other ways than the style rules like; all others are on. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Style of source code, which the built page isn't:
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Typed on purpose: search engines and visitors see the whole title.
    'long-title': 'off',
    // Preact writes a few attribute names in capitals, which HTML doesn’t mind:
    'attr-case': 'off',
    // Checkboxes of one facet share its name, as radio buttons do:
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    'no-inline-style': 'error',
  },
});

/** What is invalid in a page, each in a line: `('<html>…', '/en/') -> ['/en/ no-dup-id: …']`. */
export async function markupFaults(html: string, name: string): Promise<string[]> {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${name} ${ruleId}: ${message} (${selector ?? ''})`),
  );
}

import { describe, expect, it } from 'vitest';
import { eslint, isInstalled } from './eslint.fixture';
import { moduleImports } from './module-imports.mjs';

const folders = {
  'src/model': ['src/i18n'],
  'src/i18n': [],
  'src/search': [],
  'scripts/verify': ['src/model'],
  'packages/bench': ['src/model'],
};

function lint(filename: string, code: string): string[] {
  const config = {
    plugins: { modules: { rules: { imports: moduleImports } } },
    rules: { 'modules/imports': ['error', folders] },
  };
  return new (eslint().Linter)().verify(code, [config], { filename }).map(({ message }) => message);
}

const refused = (from: string, to: string) => [
  `${from} may not import ${to} (see packages/checks/modules.mjs)`,
];

// Without a network, ESLint can't be installed.
describe.runIf(isInstalled)('the rule for modules', () => {
  it.each([
    ['src/model/a.js', "import '@/i18n/translate';"],
    ['src/model/fields/a.js', "import '../b'; export * from '../../i18n/translate';"],
    ['src/model/a.js', "import 'zod'; import '../content.config';"],
    ['src/content.config.js', "import '@/search/index';"],
    ['scripts/verify/a.js', "import '../command'; import '@/model/a';"],
    ['src/model/a.js', "import '@/searching/a';"],
  ])('lets %s say %s', (file, code) => {
    expect(lint(file, code)).toEqual([]);
  });

  it.each([
    ['src/model/a.js', "import '@/search/index';", refused('model', 'search')],
    ['src/model/a.js', "import a from '../search/index?raw';", refused('model', 'search')],
    ['src/model/a.js', "export { a } from '../search';", refused('model', 'search')],
    ['src/model/a.js', "export * from '@/search/index';", refused('model', 'search')],
    ['src/model/a.js', "await import('@/search/index');", refused('model', 'search')],
    ['src/i18n/deep/a.js', "import '../../model/a';", refused('i18n', 'model')],
    ['src/model/a.js', "import '../../scripts/verify/client';", refused('model', 'verify')],
    ['src/model/a.js', "import '@scripts/verify/client';", refused('model', 'verify')],
    ['src/model/a.js', "import '@bench/content/random';", refused('model', 'bench')],
    ['scripts/verify/a.js', "import '@/search/index';", refused('verify', 'search')],
  ])('doesn’t let %s say %s', (file, code, messages) => {
    expect(lint(file, code)).toEqual(messages);
  });
});

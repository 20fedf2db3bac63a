import { describe, expect, it } from 'vitest';
import { insertCommandsTable, operatorCommands } from './commands-table';

describe('the commands', () => {
  const place = '<!-- commands: npm run docs -- commands -->\n<!-- /commands -->';
  const rowsOf = (help: string) =>
    insertCommandsTable(place, () => `const help = \`${help}\`;`)
      .split('\n')
      .slice(4, -2)
      .map((row) => row.replaceAll(/ +/g, ' '));

  it('have the first paragraph of their help', () => {
    const rows = rowsOf('npm run x [-- --port N]\n\n  Serves a | b,\n  and <more>.\n\n  --port N  another\n');
    expect(new Set(rows)).toEqual(new Set(['| `npm run x [-- --port N]` | Serves a \\| b, and \\<more>. |']));
    expect(rows).toHaveLength(operatorCommands.length);
  });

  it('have a row for each sub-command', () => {
    const rows = rowsOf(
      'npm run x -- <name>\n\n  a FILE   reads it,\n           and more\n  b        writes it\n',
    );
    expect(rows.slice(0, 2)).toEqual([
      '| `npm run x -- a FILE` | reads it, and more |',
      '| `npm run x -- b` | writes it |',
    ]);
  });

  it('can’t be of a help with gaps', () => {
    expect(() => rowsOf('npm run x\n\n  Writes ${folder}.\n')).toThrow(
      'The help of “start” isn’t one fixed text.',
    );
  });
});

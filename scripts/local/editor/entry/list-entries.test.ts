import { describe, expect, it } from 'vitest';
import { createEntryList } from './list-entries';

const list = createEntryList();

const row = (text: string, type: 'opportunity' | 'organization' = 'opportunity') =>
  list(type, [{ id: 'relire', text }])[0];

describe('a row of a list', () => {
  it('has the title in the original language, and what is filtered by', () => {
    const text = `en:\n  title: Proofread\nfr:\n  title: Relire\n  summary: Été\noriginalLanguage: fr
organization: casa\nupdated: "2026-11-01"\nstatus: open\ncloses:\n  date: "2027-01-02"\n  zone: UTC\n`;
    expect(row(text)).toEqual({
      id: 'relire',
      title: 'Relire',
      titles: { en: 'Proofread', fr: 'Relire' },
      status: 'open',
      organization: 'casa',
      closes: '2027-01-02',
      updated: '2026-11-01',
      missing: ['en', 'fr', 'es'],
      outdated: [],
      words: 'relire proofread relire ete',
    });
  });

  it('has the status that holds where the file says none', () => {
    expect(row('en:\n  name: Casa\n', 'organization')).toMatchObject({ status: 'published', title: 'Casa' });
  });

  it('says why a file can’t be read', () => {
    expect(row('en: [')).toMatchObject({ title: '', fault: expect.stringContaining('YAML') as string });
  });
});

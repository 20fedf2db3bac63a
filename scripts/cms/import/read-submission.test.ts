import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';

const { opportunity, read, report, run } = useContentFolder();

/** As the form inbox has it; a form service gives the fields alone. */
const received = (fields: Record<string, string>) => {
  return { id: 'c1d2', receivedAt: '2026-11-25T00:00:00.000Z', form: 'local', fields };
};

const proposal = {
  purpose: 'propose',
  type: 'opportunity',
  originalLanguage: 'es',
  language: 'es',
  organization: 'Casa Abierta',
  name: 'Lucía',
  email: 'lucia@example.org',
  title: 'Traducir un cuaderno <b>nuevo</b>',
  summary: 'Doce páginas para una escuela.',
  task: 'Traducir doce páginas.',
  deliverable: 'Un archivo.',
  impact: 'Se lee mejor.',
  requirements: 'Paciencia',
  taskTypes: 'translation',
  causes: 'education',
  work_language: 'es',
  work_level: 'good',
  'hours.min': '2',
  'hours.max': '4',
  'length.kind': 'weeks',
  'length.weeks': '3',
  'closes.date': '2030-03-31',
  replyDays: '7',
  // The form’s own.
  other: 'Muchas gracias',
  consent: 'yes',
  _subject: 'Proponer',
  seconds: '90',
  submission_id: 'n-1',
  page: 'https://site.example/es/proponer-una-oportunidad/',
};

describe('a proposal that came in by the form', () => {
  it.each([
    ['the inbox gives it', received(proposal)],
    ['a form service gives it', proposal],
  ])('becomes a draft as %s, without who sent it', async (_, item) => {
    const { code, lines } = await run('submission.json', JSON.stringify(item));
    expect(lines.join('\n')).toContain(': 1 of 1; left out: 0');
    expect(code).toBe(0);
    const draft = await opportunity('traducir-un-cuaderno-nuevo');
    expect(draft).toMatchObject({
      es: { title: 'Traducir un cuaderno nuevo' },
      originalLanguage: 'es',
      status: 'draft',
      organization: 'casa-abierta',
      replyDays: 7,
      taskTypes: ['translation'],
      causes: ['education'],
      posted: '2026-11-25',
      languages: [{ language: 'es', level: 'good' }],
      hours: { min: 2, max: 4 },
      length: { kind: 'weeks', weeks: 3 },
      closes: { date: '2030-03-31', zone: 'UTC' },
    });
    expect(JSON.stringify(draft)).not.toMatch(/Lucía|lucia@|Muchas gracias/);
    expect((await report()).imported[0]?.warnings.map((warning) => warning.code)).toContain('html-converted');
  });

  it('has no weeks where it is one-off, and no zone where it never closes', async () => {
    const item = received({ ...proposal, 'length.kind': 'one-off', 'closes.date': '' });
    expect((await run('submission.json', JSON.stringify(item))).code).toBe(0);
    const draft = await opportunity('traducir-un-cuaderno-nuevo');
    expect(draft).toMatchObject({ length: { kind: 'one-off' } });
    expect(draft).not.toHaveProperty('closes');
  });

  it('waits for its organization', async () => {
    const item = received({ ...proposal, organization: 'Nobody knows it' });
    expect((await run('submission.json', JSON.stringify(item))).code).toBe(1);
    expect((await report()).leftOut[0]?.problems).toEqual([
      expect.objectContaining({ code: 'link-dead', field: 'organization' }),
    ]);
  });
});

describe('a registration that came in by the form', () => {
  it('becomes a draft of an organization, without the person', async () => {
    const item = received({
      purpose: 'register',
      type: 'organization',
      originalLanguage: 'es',
      eligible_kind: 'yes',
      organization_name: 'Semillas del Sur',
      kind: 'civil',
      registered_in: 'BO',
      registrationNumber: 'BO-123',
      website: 'https://semillas.example',
      replyDays: '10',
      countries: 'Bolivia; Perú',
      causes: 'agriculture',
      languages: 'es',
      summary: 'Bancos de semillas.',
      mission: 'Cuidamos semillas desde 2009.',
      name: 'Rosa',
      email: 'rosa@example.org',
    });
    const { code } = await run('submission.json', JSON.stringify(item));
    expect(code).toBe(0);
    const text = await read('content/organizations/semillas-del-sur.yml');
    expect(text).toContain('name: Semillas del Sur');
    expect(text).toContain('status: draft');
    expect(text).toMatch(/countries:\n {2}- BO\n {2}- PE\n/);
    expect(text).not.toContain('Rosa');
    expect(text).not.toContain('rosa@');
  });
});

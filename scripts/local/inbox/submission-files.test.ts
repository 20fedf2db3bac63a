import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useInbox } from './inbox.fixture';

const inbox = useInbox();
const { kept, post } = inbox;

describe('a file', () => {
  const withFile = (...files: readonly File[]) => {
    const form = new FormData();
    form.set('name', 'Awa');
    for (const file of files) form.append('cv', file);
    return form;
  };
  const pdf = new File(['%PDF-1.7'], 'cv.pdf', { type: 'application/pdf' });

  it('is in a folder beside the submissions, and the row says which it is', async () => {
    expect((await post('abc', withFile(pdf))).status).toBe(200);
    const [row] = await kept();
    expect(row?.fields).toEqual({ name: 'Awa' });
    expect(row?.files).toEqual([
      {
        field: 'cv',
        name: 'cv.pdf',
        size: 8,
        type: 'application/pdf',
        sha256: createHash('sha256').update('%PDF-1.7').digest('hex'),
        path: `inbox-files/${row?.id}.1`,
      },
    ]);
    expect(await readFile(path.join(path.dirname(inbox.file), row?.files?.[0]?.path ?? ''), 'utf8')).toBe(
      '%PDF-1.7',
    );
  });

  it.each(['../../x', '..\\..\\x.pdf', '/etc/passwd', 'a\0b.pdf', `${'x'.repeat(300)}.pdf`])(
    'named %j lands where the others do, and the list says where',
    async (name) => {
      expect((await post('abc', withFile(new File(['x'], name)))).status).toBe(200);
      const [row] = await kept();
      expect(row?.files?.[0]?.path).toBe(`inbox-files/${row?.id}.1`);
      expect(await readdir(path.dirname(inbox.file))).toEqual(['inbox-files', 'inbox.jsonl']);
      expect(await (await fetch(inbox.url)).text()).toContain(`1 bytes: inbox-files/${row?.id}.1`);
    },
  );

  it.each([
    ['NO_FILE_UPLOADS', 'no-files', () => withFile(pdf), 400],
    ['FILES_TOO_BIG', 'files-too-big', () => withFile(pdf), 413],
    ['TOO_MANY_FILES', 'abc', () => withFile(...Array.from({ length: 11 }, () => pdf)), 400],
    ['FILES_TOO_BIG', 'abc', () => withFile(new File([new Uint8Array(25_000_001)], 'a.pdf')), 413],
    ['FILES_TOO_BIG', 'abc', () => withFile(new File([new Uint8Array(27_000_000)], 'a.pdf')), 413],
  ])('is refused as %s by the form %s', async (code, form, body, status) => {
    const answer = await post(form, body());
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ code }] });
    expect(await kept()).toEqual([]);
    expect(await readdir(path.dirname(inbox.file)).catch(() => [])).toEqual([]);
  });

  it('may have 25 MB, and the rest no more than without one', async () => {
    expect((await post('abc', withFile(new File([new Uint8Array(25_000_000)], 'a.pdf')))).status).toBe(200);
    const long = withFile(pdf);
    long.set('name', 'x'.repeat(1_000_001));
    expect((await post('abc', long)).status).toBe(413);
    expect(await kept()).toHaveLength(1);
  });

  it('has no submission where it can’t be stored, and nobody is told otherwise', async () => {
    await mkdir(path.dirname(inbox.file), { recursive: true });
    await writeFile(path.join(path.dirname(inbox.file), 'inbox-files'), 'no folder');
    expect((await post('abc', withFile(pdf))).status).toBe(500);
    expect(await kept()).toEqual([]);
  });
});

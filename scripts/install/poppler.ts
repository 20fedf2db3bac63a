import { ensureDebianCommand } from './debian-command';

/** True where Poppler's tools are there, by which the tests read PDFs as other people's programs do. */
export const ensurePoppler = (print: (line: string) => void): boolean =>
  ensureDebianCommand(
    { command: 'pdfinfo', debianPackage: 'poppler-utils', neededFor: 'the tests of PDFs' },
    print,
  );

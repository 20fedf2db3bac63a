import { ensureDebianCommand } from './debian-command';

/** Installs Poppler's tools if they are missing: tests read PDFs with them. Returns true if they are there. */
export const ensurePoppler = (print: (line: string) => void): boolean =>
  ensureDebianCommand(
    { command: 'pdfinfo', debianPackage: 'poppler-utils', neededFor: 'the tests of PDFs' },
    print,
  );

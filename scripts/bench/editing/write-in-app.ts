/** Writes a value with the app's control for it, as its description says. */
import type { FrameLocator } from '@playwright/test';
import type { Part } from '@scripts/forms/describe/description';
import type { FieldControl, ModelDescription } from '@scripts/cms/app/description';
import type { Writer } from './writer';

type Names = ModelDescription['vocabularies'];

/** The most choices that are shown as buttons. */
const mostRadios = 5;

const nameOf = (names: Names, vocabulary: string, id: unknown) =>
  names[vocabulary]?.find(([one]) => one === id)?.[1] ?? String(id);

/** Chooses from a list, which may have to be scrolled. */
const pick = (writer: Writer, frame: FrameLocator, name: string) =>
  writer.click(frame.getByRole('listbox').getByRole('option', { name, exact: true }));

async function writePart(
  writer: Writer,
  frame: FrameLocator,
  names: Names,
  part: Part,
  value: unknown,
  row: number,
) {
  if (value === undefined || value === part.default) return;
  const label = part.isRequired ? part.label : `${part.label} (optional)`;
  const box = frame.getByLabel(label, { exact: true }).nth(row);
  if (part.input.kind === 'choice') await writer.choose(box, nameOf(names, part.input.vocabulary, value));
  else await writer.fill(box, String(value));
}

/** Writes a value in the app's frame. */
export async function writeInApp(
  writer: Writer,
  frame: FrameLocator,
  control: FieldControl,
  names: Names,
  value: unknown,
): Promise<void> {
  switch (control.kind) {
    case 'choice': {
      const terms = names[control.vocabulary] ?? [];
      const name = nameOf(names, control.vocabulary, value);
      if (control.search) return writer.click(frame.getByRole('button', { name, exact: true }));
      return terms.length <= mostRadios
        ? writer.click(frame.getByLabel(name, { exact: true }))
        : writer.choose(frame.getByRole('combobox'), name);
    }
    case 'choices':
      for (const id of value as unknown[]) await pick(writer, frame, nameOf(names, control.vocabulary, id));
      return;
    case 'texts':
      return writer.fill(frame.getByRole('textbox'), (value as string[]).join('\n'));
    case 'group':
      for (const part of control.parts)
        await writePart(writer, frame, names, part, (value as Record<string, unknown>)[part.name], 0);
      return;
    case 'rows':
      for (const [index, row] of (value as Record<string, unknown>[]).entries()) {
        const [first, ...others] = control.parts;
        if (first?.input.kind === 'choice')
          await pick(writer, frame, nameOf(names, first.input.vocabulary, row[first.name]));
        else await writer.click(frame.getByRole('button', { name: `Add: ${control.item}` }));
        for (const part of first?.input.kind === 'choice' ? others : control.parts)
          await writePart(writer, frame, names, part, row[part.name], index);
      }
  }
}

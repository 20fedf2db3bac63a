/** The host page: a form as Contentful shows it, with the app in frames. Tests reach it by `window.host`. */
import { AppFrame, type Place } from './app-frame.client';
import { OpenEntry } from './open-entry.client';
import type { HostField, HostForm, HostSys } from './host-form';

/** The questions and actions of tests. */
export interface Host {
  readonly entry: OpenEntry;
  readonly frames: Readonly<Record<string, AppFrame>>;
  /** Changes whether a field can be edited, as publishing or a role does. */
  readonly setDisabled: (field: string, isDisabled: boolean) => void;
  /** Changes what Contentful keeps of the entry, as publishing does. */
  readonly setSys: (sys: HostSys) => void;
}

const form = (await (await fetch('/form.json')).json()) as HostForm;
const entry = new OpenEntry(form);
const frames: Record<string, AppFrame> = {};
const main = document.querySelector('main');
const aside = document.querySelector('aside');

function addFrame(parent: Element | null, name: string, place: Place, title: string): void {
  const frame = new AppFrame(entry, place, title);
  frames[name] = frame;
  parent?.append(frame.element);
}

function addControl(parent: Element, field: HostField, code: string, label: string): void {
  if (field.shownBy === 'app')
    return addFrame(parent, `${field.id}.${code}`, { location: 'entry-field', field, locale: code }, label);
  // Contentful's own control, in which a person types. Tests need no other.
  const isNumber = /^(?:Number|Integer)$/.test(field.type);
  const box = document.createElement('input');
  box.ariaLabel = label;
  box.type = isNumber ? 'number' : field.type === 'Date' ? 'date' : 'text';
  box.value = String(entry.get(field.id, code) ?? '');
  box.addEventListener('input', () => {
    const value = isNumber ? Number(box.value) : box.value;
    entry.set(field.id, code, box.value === '' ? undefined : value);
  });
  parent.append(box);
}

function addField(parent: Element, field: HostField): void {
  const locales = field.isLocalized ? form.locales : form.locales.slice(0, 1);
  for (const { code, name } of locales) {
    const section = document.createElement('section');
    const title = document.createElement('h2');
    title.textContent = field.isLocalized ? `${field.name} | ${name}` : field.name;
    const help = document.createElement('p');
    help.textContent = field.help;
    section.append(title);
    addControl(section, field, code, title.textContent);
    section.append(help);
    parent.append(section);
  }
}

function addTabs(): void {
  const bar = document.createElement('div');
  main?.append(bar);
  const panels = form.tabs.map(({ id, name }, index) => {
    const panel = document.createElement('div');
    panel.hidden = index > 0;
    for (const field of form.fields)
      if (field.tab === id && field.shownBy !== 'nobody') addField(panel, field);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => {
      for (const other of panels) other.hidden = other !== panel;
    });
    bar.append(button);
    main?.append(panel);
    return panel;
  });
}

const host: Host = {
  entry,
  frames,
  setDisabled: (field, isDisabled) => {
    if (isDisabled) entry.disabled.add(field);
    else entry.disabled.delete(field);
    for (const frame of Object.values(frames))
      for (const { code } of form.locales)
        frame.send('isDisabledChangedForFieldLocale', field, code, isDisabled);
  },
  setSys: (sys) => {
    entry.sys = sys;
    for (const frame of Object.values(frames)) frame.send('sysChanged', { type: 'Entry', ...sys });
  },
};
Object.assign(window, { host });

addTabs();
addFrame(aside, 'sidebar', { location: 'entry-sidebar' }, 'Sidebar');

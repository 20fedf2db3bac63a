/** What words find beside opportunities: in one line above them, and in groups below. */
import { useEffect, useRef, useState } from 'react';
import { interpolate, pluralize } from '@/i18n/interpolate';
import type { Group, Groups } from '../entries/find-groups.client';
import { isolate } from '../words/isolate';
import type { SearchProps } from '../page/props';

/** Entries of a group that are shown at once. */
const few = 3;

const headingId = (type: string) => `search-group-${type}`;

function countOf({ type, entries }: Group, { strings, locale }: SearchProps): string {
  return pluralize(strings.groups[type], entries.length, locale);
}

interface SummaryProps {
  readonly props: SearchProps;
  readonly groups: Groups['groups'];
}

/** How many there are of each, with a way down to them. */
export function GroupSummary({ props, groups }: SummaryProps) {
  if (groups.length === 0) return null;
  return (
    <>
      {props.strings.groupsAlso}
      {groups.map((group) => (
        <a
          key={group.type}
          href={`#${headingId(group.type)}`}
          onClick={(event) => {
            // The address is that of the search, and stays it.
            event.preventDefault();
            document.getElementById(headingId(group.type))?.focus();
          }}
        >
          {countOf(group, props)}
        </a>
      ))}
    </>
  );
}

function GroupPart({ props, group }: Pick<ListProps, 'props'> & { readonly group: Group }) {
  const { strings } = props;
  const [isWhole, setWhole] = useState(false);
  const next = useRef<HTMLAnchorElement>(null);
  // Whoever asked for all goes on where the button was.
  useEffect(() => {
    if (isWhole) next.current?.focus();
  }, [isWhole]);
  const { type, entries } = group;
  return (
    <section aria-labelledby={headingId(type)}>
      <h3 id={headingId(type)} tabIndex={-1}>
        {countOf(group, props)}
      </h3>
      <ul>
        {(isWhole ? entries : entries.slice(0, few)).map(({ path, title, summary, lang }, place) => (
          <li key={path}>
            <a href={path} lang={lang} ref={place === few ? next : undefined}>
              {title}
            </a>
            {lang !== undefined && <span className="search-lang">{strings.shownIn[lang]}</span>}
            <p lang={lang}>{summary}</p>
          </li>
        ))}
      </ul>
      {!isWhole && entries.length > few && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {interpolate(strings.groupAll, { what: countOf(group, props) })}
        </button>
      )}
    </section>
  );
}

interface ListProps {
  readonly props: SearchProps;
  readonly found: Groups;
}

/** The groups, each with its best and a way to all of it. */
export function GroupList({ props, found: { groups, instead } }: ListProps) {
  const { strings, locale } = props;
  if (groups.length === 0) return null;
  return (
    <section className="search-groups" aria-labelledby="search-groups">
      <h2 id="search-groups">{strings.groupsTitle}</h2>
      {instead.length > 0 && (
        <p>
          {interpolate(strings.readInstead, {
            words: new Intl.ListFormat(locale).format(instead.map(isolate)),
          })}
        </p>
      )}
      {groups.map((group) => (
        <GroupPart key={group.type} props={props} group={group} />
      ))}
    </section>
  );
}

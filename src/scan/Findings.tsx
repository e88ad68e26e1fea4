import { useState } from 'react';
import { type Group, shownFirst } from './groups.ts';
import { Places } from './Places.tsx';
import type { RuleId } from './rule.ts';

/** What a rule is called and means, from its document. */
export type Words = Readonly<Record<RuleId, { readonly title: string; readonly meaning: string }>>;

interface Props {
  readonly groups: readonly Group[];
  readonly words: Words;
  readonly small: readonly string[];
  readonly onSmall: (key: string, small: boolean) => void;
}

const PLACES = 3;

/** Rules about lists, of which only the visitor knows that one stays short. */
const MAY_BE_SMALL = new Set<RuleId>([
  'list-without-limit',
  'query-per-row',
  'filter-without-index',
  'work-in-browser',
  'realtime-whole-table',
  'foreign-key-without-index',
  'policy-asks-per-row',
]);

function Item({
  group,
  words,
  small,
  onSmall,
}: Omit<Props, 'groups' | 'small'> & { readonly group: Group; readonly small: boolean }) {
  const { key, rule, table, findings } = group;
  const { title, meaning } = words[rule];
  const places = findings.map(({ file, line, says }) => ({ file, line, says }));
  return (
    <li className="scan-finding" data-small={small}>
      <h3>
        {title}
        {table && (
          <>
            {': '}
            <code>{table}</code>
          </>
        )}
      </h3>
      {!small && (
        <>
          <p>
            {meaning} <a href={`/scan/rules/#${rule}`}>What it means</a>
          </p>
          <Places places={places.slice(0, PLACES)} />
          {places.length > PLACES && (
            <details>
              <summary>
                {places.length - PLACES} more {places.length - PLACES === 1 ? 'place' : 'places'}
              </summary>
              <Places places={places.slice(PLACES)} />
            </details>
          )}
        </>
      )}
      {MAY_BE_SMALL.has(rule) && (
        <button
          className="button button-outline button-small"
          type="button"
          aria-pressed={small}
          onClick={() => onSmall(key, !small)}
        >
          This list stays small
        </button>
      )}
    </li>
  );
}

/** What was found, the heaviest first. */
export function Findings({ groups, words, small, onSmall }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? groups : shownFirst(groups);
  const keys = new Set(small);
  return (
    <section className="scan-part" aria-labelledby="scan-findings">
      <h2 id="scan-findings">What was found</h2>
      <p className="quiet">
        First comes what is most likely to hurt: what grows with every visitor, and what many of
        your screens ask for. In the newest runs over apps that the scan had never met, about seven
        in ten of these did; <a href="/method/scan/">see how it was measured</a>. Say so where a
        list stays short, and it no longer counts.
      </p>
      {shown.length === 0 && groups.length > 0 && (
        <p>
          None of it is likely to hurt in every app, and it is not all clear: these places hurt
          yours if what they read gets long. Look at them once.
        </p>
      )}
      <p className="hidden-visually" role="status">
        {shown.length} of {groups.length} findings are shown.
      </p>
      <ol className="bare scan-findings">
        {shown.map((group) => (
          <Item
            key={group.key}
            group={group}
            words={words}
            small={keys.has(group.key)}
            onSmall={onSmall}
          />
        ))}
      </ol>
      {groups.length > shown.length && (
        <button className="button button-outline" type="button" onClick={() => setAll(true)}>
          Show {groups.length - shown.length} more that may hurt yours
        </button>
      )}
    </section>
  );
}

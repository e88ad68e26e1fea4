import { useEffect, useRef } from 'react';
import { site } from '#src/site.ts';

interface Props {
  readonly email: string;
  readonly onAgain: () => void;
}

/** The report is on its way. */
export function Sent({ email, onAgain }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="done">
      <h3 tabIndex={-1} ref={title}>
        <span className="icon icon-check" aria-hidden="true" /> The report is on its way
      </h3>
      <p>
        It goes to <b className="done-email">{email}</b> and should be there within minutes. If it
        is not, look among the unwanted mail, or write to{' '}
        <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>.
      </p>
      <button className="button button-outline button-small" type="button" onClick={onAgain}>
        Send it to another address
      </button>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { site } from '#src/site.ts';

interface Props {
  readonly title: string;
  readonly text: string;
}

/** Nothing can be changed here (any more): why, and the ways on. */
export function CallEnd({ title, text }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="call-part">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p className="lede">{text}</p>
      <div className="call-ways">
        <a className="button button-ink" href="/book/">
          Book another call
        </a>
        <a className="button button-outline" href={`mailto:${site.contact.email}`}>
          Write to us
        </a>
      </div>
    </section>
  );
}

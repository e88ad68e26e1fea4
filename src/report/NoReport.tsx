import { useEffect, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly text: string;
}

/** There is no report to show: why, and the way to one. */
export function NoReport({ title, text }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="no-report">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <p className="lede">{text}</p>
      <a className="button button-primary button-large" href="/quiz/">
        Rate your app
      </a>
    </section>
  );
}

import { site } from '#src/site.ts';

/** Said when the server cannot be reached: nothing is lost, and there is another way. */
export function Failed({
  what,
  reference,
}: {
  readonly what: string;
  readonly reference?: string | undefined;
}) {
  return (
    <div className="failed" role="alert">
      <p>
        <b>{what}</b> Nothing you typed is lost. Check your connection and try again, or write to{' '}
        <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>
        {reference ? ` and name ${reference}.` : '.'}
      </p>
    </div>
  );
}

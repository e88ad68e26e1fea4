import { site } from '#src/site.ts';
import './lead.css';

/** Stands where a part of the page broke. */
export function Trouble({ what }: { readonly what: string }) {
  return (
    <div className="failed" role="alert">
      <p>
        <b>{what}</b> Reload the page to try again, or write to{' '}
        <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>; we answer within{' '}
        {site.reply.hours} hours.
      </p>
    </div>
  );
}

import { site } from '#src/site.ts';

interface Props {
  /** Given when looking again may help. */
  readonly onRetry?: (() => void) | undefined;
}

/** No time can be offered here: another way to the same call. */
export function NoTimes({ onRetry }: Props) {
  return (
    <div className="failed" role="status">
      <p>
        <b>
          {onRetry ? 'The free times could not be looked up.' : 'No time is free in the next days.'}
        </b>{' '}
        Write to{' '}
        <a href={`mailto:${site.contact.email}?subject=Free%20call`}>{site.contact.email}</a> with
        two times that suit you; we answer within {site.reply.hours} hours.
      </p>
      {onRetry && (
        <button className="button button-outline button-small" type="button" onClick={onRetry}>
          Look again
        </button>
      )}
    </div>
  );
}

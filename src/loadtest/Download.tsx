import { useEffect, useState } from 'react';

interface Props {
  readonly text: string;
  /** Its name on the visitor's device. */
  readonly file: string;
}

/** A text to keep as a file; it is made on the page and comes from nowhere. */
export function Download({ text, file }: Props) {
  const [href, setHref] = useState<string>();
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    setHref(address);
    return () => URL.revokeObjectURL(address);
  }, [text]);
  return (
    <a className="button button-outline button-small" href={href} download={file}>
      Download {file}
    </a>
  );
}

import { useEffect, useState } from 'react';

/** How long the button says that it worked, in milliseconds. */
const SAID = 2500;

/** Copies a text; where the browser forbids it, says what to do instead. */
export function Copy({ text, label }: { readonly text: string; readonly label: string }) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const timer = said ? setTimeout(() => setSaid(undefined), SAID) : undefined;
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('Select the text above and copy it');
    }
  };
  return (
    <button className="button button-outline button-small" type="button" onClick={copy}>
      <span aria-live="polite">{said ?? label}</span>
    </button>
  );
}

import { Copy } from './Copy.tsx';
import './copy-text.css';

interface Props {
  /** What it is, for a screen reader that comes to the box. */
  readonly name: string;
  readonly text: string;
  /** On the button: "Copy the text". */
  readonly label: string;
}

/** A text to take away: whole in a box that scrolls, with a button that copies it. */
export function CopyText({ name, text, label }: Props) {
  return (
    <div className="copy-text">
      {/* biome-ignore lint/a11y/useSemanticElements: no fields are grouped here, and a region would be one landmark too many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys need a way in */}
      <div className="copy-text-box" role="group" aria-label={name} tabIndex={0}>
        <pre>{text}</pre>
      </div>
      <Copy text={text} label={label} />
    </div>
  );
}

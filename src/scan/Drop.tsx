import { type DragEvent, useId, useRef, useState } from 'react';
import { type Chosen, filesChosen, filesDropped } from './folder.ts';

interface Props {
  readonly onChosen: (chosen: readonly Chosen[]) => void;
}

/** Where the project is put: dropped, or chosen as a folder or a ZIP. */
export function Drop({ onChosen }: Props) {
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const id = useId();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    filesDropped(event.dataTransfer.items).then(onChosen, () => onChosen([]));
  };
  return (
    <section
      className="scan-drop"
      data-over={over}
      aria-labelledby={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 id={id}>Drop your project here</h2>
      <p className="quiet">The folder, or the ZIP that your tool or GitHub gives you.</p>
      <div className="scan-ways">
        <button
          className="button button-primary"
          type="button"
          onClick={() => zip.current?.click()}
        >
          Choose a ZIP
        </button>
        <button
          className="button button-outline"
          type="button"
          onClick={() => folder.current?.click()}
        >
          Choose a folder
        </button>
      </div>
      <input
        ref={zip}
        className="hidden-visually"
        type="file"
        accept=".zip,application/zip"
        tabIndex={-1}
        aria-label="ZIP of your project"
        onChange={(event) => event.target.files && onChosen(filesChosen(event.target.files))}
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        className="hidden-visually"
        type="file"
        tabIndex={-1}
        aria-label="Folder of your project"
        onChange={(event) => event.target.files && onChosen(filesChosen(event.target.files))}
      />
    </section>
  );
}

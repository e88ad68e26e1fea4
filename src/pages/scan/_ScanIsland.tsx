import { Trouble } from '#src/lead/Trouble.tsx';
import type { Words } from '#src/scan/Findings.tsx';
import { Scan } from '#src/scan/Scan.tsx';
import { Boundary } from '#src/ui/Boundary.tsx';

/** The scan, and what stands in its place should it break. */
export function ScanIsland({ words }: { readonly words: Words }) {
  return (
    <Boundary fallback={<Trouble what="The scan cannot be shown here." />}>
      <Scan words={words} />
    </Boundary>
  );
}

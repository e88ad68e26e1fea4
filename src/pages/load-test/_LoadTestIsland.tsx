import { Trouble } from '#src/lead/Trouble.tsx';
import { LoadTest } from '#src/loadtest/LoadTest.tsx';
import { Boundary } from '#src/ui/Boundary.tsx';

/** The load test, and what stands in its place should it break. */
export function LoadTestIsland() {
  return (
    <Boundary fallback={<Trouble what="The script cannot be made here." />}>
      <LoadTest />
    </Boundary>
  );
}

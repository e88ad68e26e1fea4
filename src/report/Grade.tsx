import '#src/ui/tag.css';
import type { Grade as GradeName } from './report.ts';
import { gradeWords } from './words.ts';

/** A grade as an inspector stamps it. */
export const Grade = ({ grade }: { readonly grade: GradeName }) => (
  <span className="tag" data-grade={grade}>
    {gradeWords[grade].name}
  </span>
);

import Experiment from '#src/experiments/Experiment.astro';
import FaultCounts from '#src/scan/FaultCounts.astro';
import Ask from './Ask.astro';
import Check from './Check.astro';
import Code from './Code.astro';
import Given from './Given.astro';
import KeyIssue from './KeyIssue.astro';
import Measured from './Measured.astro';
import Note from './Note.astro';
import Repairs from './Repairs.astro';
import Result from './Result.astro';
import Source from './Source.astro';
import Table from './Table.astro';

/** The words that an article may use beyond Markdown. */
export const mdxComponents = {
  Ask,
  Check,
  Experiment,
  FaultCounts,
  Given,
  KeyIssue,
  Measured,
  Note,
  Repairs,
  Result,
  Source,
  pre: Code,
  table: Table,
};

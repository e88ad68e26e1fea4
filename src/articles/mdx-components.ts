import CostAssumptions from '#src/cost/CostAssumptions.astro';
import CostGrowth from '#src/cost/CostGrowth.astro';
import CostRepairs from '#src/cost/CostRepairs.astro';
import MonthlyCosts from '#src/cost/MonthlyCosts.astro';
import Experiment from '#src/experiments/Experiment.astro';
import AtOnce from '#src/rated/AtOnce.astro';
import Crowds from '#src/rated/Crowds.astro';
import Load from '#src/rated/Load.astro';
import OrderOfFailure from '#src/rated/OrderOfFailure.astro';
import Price from '#src/rated/Price.astro';
import Prices from '#src/rated/Prices.astro';
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
  AtOnce,
  Check,
  CostAssumptions,
  CostGrowth,
  CostRepairs,
  Crowds,
  Experiment,
  FaultCounts,
  Given,
  KeyIssue,
  Load,
  Measured,
  MonthlyCosts,
  Note,
  OrderOfFailure,
  Price,
  Prices,
  Repairs,
  Result,
  Source,
  pre: Code,
  table: Table,
};

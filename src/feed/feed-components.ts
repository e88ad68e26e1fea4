import { mdxComponents } from '#src/articles/mdx-components.ts';
import FeedExperiment from './FeedExperiment.astro';
import FeedSource from './FeedSource.astro';

const { pre: _code, table: _table, ...words } = mdxComponents;

/** The words of an article as a feed reader shows them: code and tables are plain ones there. */
export const feedComponents = { ...words, Experiment: FeedExperiment, Source: FeedSource };

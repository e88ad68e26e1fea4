import { arch, availableParallelism } from 'node:os';

/** Who runs where: the app server has a core of its own, the load generator shares the database's. */
export const APP_CORE = '1';
export const GENERATOR_CORE = '0';

/** The class of the machine, without the name of a maker. */
export const machineClass = () =>
  `${availableParallelism()} virtual cores, ${arch() === 'x64' ? 'x86-64' : arch()}`;

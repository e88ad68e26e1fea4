import type { Configuration } from './lab/configuration.ts';
export function predict(_: readonly Configuration[]): void {}

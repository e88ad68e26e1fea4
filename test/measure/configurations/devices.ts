import type { Draft } from '../lab/configuration.ts';

/** All rows to the visitor's own device. The break is the number of rows at which one visitor waits too long. */
export const devices: readonly Draft[] = [
  {
    name: 'device-1',
    use: 'unused',
    about: 'All rows to a fast device, all of them drawn.',
    device: { slower: 1, network: 'local', shown: 'all' },
  },
  {
    name: 'device-4-filter',
    use: 'unused',
    about: 'All rows to a device four times slower, which filters them and draws 50.',
    device: { slower: 4, network: 'local', shown: 50 },
  },
  {
    name: 'device-4',
    use: 'calibration',
    about: 'All rows to a device four times slower, all of them drawn.',
    device: { slower: 4, network: 'local', shown: 'all' },
  },
  {
    name: 'device-6-slow-line',
    use: 'calibration',
    about: 'All rows over slow 4G to a device six times slower, all of them drawn.',
    device: { slower: 6, network: 'slow4g', shown: 'all' },
  },
  {
    name: 'device-4-slow-line-filter',
    use: 'calibration',
    about: 'All rows over slow 4G to a device four times slower, which draws 50.',
    device: { slower: 4, network: 'slow4g', shown: 50 },
  },
  {
    name: 'device-6',
    use: 'unused',
    about: 'All rows to a device six times slower, all of them drawn.',
    device: { slower: 6, network: 'local', shown: 'all' },
  },
  {
    name: 'device-1-slow-line',
    use: 'unused',
    about: 'All rows over slow 4G to a fast device, which draws 50.',
    device: { slower: 1, network: 'slow4g', shown: 50 },
  },
];

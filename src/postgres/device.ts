/** In GB, as browsers round it; a run with its database takes about 300 MB. */
const LEAST_MEMORY = 2;

/** Why this device cannot run a database on the page, as half a sentence; nothing when it can try. */
export function obstacle(): string | undefined {
  if (typeof WebAssembly === 'undefined' || !('compileStreaming' in WebAssembly)) {
    return 'this browser does not run WebAssembly';
  }
  if (typeof Worker === 'undefined')
    return 'this browser does not let a page work in the background';
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  if (deviceMemory !== undefined && deviceMemory < LEAST_MEMORY) {
    return 'this device has too little memory for it';
  }
  return undefined;
}

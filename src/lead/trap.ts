/** Name of a field that no visitor sees and every visitor leaves empty. */
export const TRAP = 'homepage';

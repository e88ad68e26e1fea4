/** Version of the equations and constants; a stored report and a link keep the one that rated them. */
export const MODEL_VERSION = '1.3.2';

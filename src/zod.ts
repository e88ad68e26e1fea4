/**
 * Zod as this site uses it: the small build, with code generation off, because our
 * content-security policy forbids `eval`. Everything that reaches the browser imports it from here.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };

/** The end of the ruler; what is rated at or beyond it reads "100,000+". */
const END = 100_000;

/** Users at once as shown: whole, and two significant digits at most, since the estimate knows no more. */
export function users(count: number): string {
  if (count >= END) return `${END.toLocaleString('en')}+`;
  if (count < 1) return 'under 1';
  return Number(Math.round(count).toPrecision(2)).toLocaleString('en');
}

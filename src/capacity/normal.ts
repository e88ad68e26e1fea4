/**
 * The standard normal distribution in logarithms, so that ratios of far tails stay exact where the
 * probabilities themselves are too small for a number.
 */

/** ln P(Z ≤ u); relative error of P below 2e-7 in both tails (erfc by Chebyshev fit). */
export function logNormal(u: number): number {
  const x = Math.abs(u) * Math.SQRT1_2;
  const t = 2 / (2 + x);
  const fit =
    1.00002368 +
    t *
      (0.37409196 +
        t *
          (0.09678418 +
            t *
              (-0.18628806 +
                t *
                  (0.27886807 +
                    t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))));
  const logTail = Math.log(t / 2) - x * x - 1.26551223 + t * fit;
  return u > 0 ? Math.log1p(-Math.exp(logTail)) : logTail;
}

/** The u with ln P(Z ≤ u) = `log` < 0; absolute error below 5e-4 (Abramowitz and Stegun 26.2.23). */
export function normalQuantile(log: number): number {
  const upper = log > -Math.LN2;
  const t = Math.sqrt(-2 * (upper ? Math.log(-Math.expm1(log)) : log));
  const u =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return upper ? u : -u;
}

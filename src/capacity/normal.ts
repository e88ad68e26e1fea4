/** P(Z ≤ u) of the standard normal; relative error below 2e-7 in both tails (erfc by Chebyshev fit). */
export function normal(u: number): number {
  const x = Math.abs(u) * Math.SQRT1_2;
  const t = 2 / (2 + x);
  const tail =
    0.5 *
    t *
    Math.exp(
      -x * x -
        1.26551223 +
        t *
          (1.00002368 +
            t *
              (0.37409196 +
                t *
                  (0.09678418 +
                    t *
                      (-0.18628806 +
                        t *
                          (0.27886807 +
                            t *
                              (-1.13520398 +
                                t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
    );
  return u > 0 ? 1 - tail : tail;
}

/** The u with P(Z ≤ u) = p, 0 < p < 1; absolute error below 5e-4 (Abramowitz and Stegun 26.2.23). */
export function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p < 0.5 ? p : 1 - p));
  const u =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -u : u;
}

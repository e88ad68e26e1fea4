const SIDE = 10;
const STEP = 14;

/** A hundred apps as squares, of which so many break. */
export function Hundred({ broken }: { readonly broken: number }) {
  return (
    <svg
      className="hundred"
      viewBox={`0 0 ${SIDE * STEP} ${SIDE * STEP}`}
      role="img"
      aria-label={`${broken} of 100 break`}
    >
      {Array.from({ length: SIDE * SIDE }, (_, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a square is nothing but its place
          key={at}
          className={at < broken ? 'hundred-broken' : 'hundred-whole'}
          x={(at % SIDE) * STEP + 2}
          y={Math.floor(at / SIDE) * STEP + 2}
          width={STEP - 4}
          height={STEP - 4}
        />
      ))}
    </svg>
  );
}

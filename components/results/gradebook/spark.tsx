const [WIDTH, HEIGHT, EDGE] = [72, 20, 3]

/** Shares from 0 to 1 in order, as a small line in ink. The figures stand beside it, so that it is not read out. */
export function Spark({ values }: { values: readonly number[] }) {
  const at = (value: number, index: number) => ({
    x: EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE),
    y: HEIGHT - EDGE - Math.min(1, Math.max(0, value)) * (HEIGHT - 2 * EDGE),
  })
  const points = values.map(at)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className="ms-3 inline-block align-middle text-ink-2"
    >
      <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className="stroke-rule" />
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
      />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2} fill="currentColor" />
      ))}
    </svg>
  )
}

/** How the text is set for a reader on this device; kept in a cookie so that the first paint is right. */
export type TypeSettings = {
  /** CSS pixels; null is the page's own size for the window. */
  size: number | null
  lines: "close" | "even" | "open"
  face: "read" | "clear"
}

export const TYPE_COOKIE = "reading-type"

export const typeSizes = [16, 17, 18, 19, 21, 23, 26, 30] as const
export const defaultType: TypeSettings = { size: null, lines: "even", face: "read" }

/** The size a window starts from when none was chosen. */
const STARTING_SIZE = 19

/** Settings as a cookie's value: "21.open.clear". */
export const formatType = ({ size, lines, face }: TypeSettings): string =>
  `${size ?? "auto"}.${lines}.${face}`

/** What a cookie says; anything unknown is as the page has it. */
export function parseType(cookie: string | undefined): TypeSettings {
  const [size, lines, face] = (cookie ?? "").split(".")
  return {
    size: typeSizes.find((one) => String(one) === size) ?? null,
    lines: lines === "close" || lines === "open" ? lines : "even",
    face: face === "clear" ? "clear" : "read",
  }
}

/** What larger type begins with: two steps above what a window starts from. */
const LARGER_SIZE = 23

/** Settings of somebody to whom larger type is granted: it is where they begin, until they choose a size of their own. */
export const withLargerType = (settings: TypeSettings, isGranted: boolean): TypeSettings =>
  isGranted && settings.size === null ? { ...settings, size: LARGER_SIZE } : settings

/** The next size up or down, or null at the end of the scale. */
export function stepSize(size: number | null, by: 1 | -1): number | null {
  const at = typeSizes.findIndex((one) => one === (size ?? STARTING_SIZE))
  return typeSizes[at + by] ?? null
}

const ratios = { close: 1.45, even: 1.68, open: 2 } as const

/** The custom properties of `globals.css` that these settings change. What is as the page has it is left alone. */
export function typeStyle({ size, lines, face }: TypeSettings): Record<string, string> {
  const style: Record<string, string> = {}
  if (size !== null) style["--read-size"] = `${size / 16}rem`
  if (size !== null || lines !== "even") style["--read-line"] = `calc(var(--read-size) * ${ratios[lines]})`
  if (face === "clear") style["--read-face"] = "var(--font-clear)"
  return style
}

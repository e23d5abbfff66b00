export const THEME_COOKIE = "theme"

/** system: as the device has it. */
export type Theme = "light" | "dark" | "system"

/** What a cookie says of the theme; anything unknown is the device's own. */
export const parseTheme = (cookie: string | undefined): Theme =>
  cookie === "light" || cookie === "dark" ? cookie : "system"

/** Puts on a theme here and keeps it on this device for a year, so that the server paints the next page in it. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === "system") delete dataset.theme
  else dataset.theme = theme
  const seconds = theme === "system" ? 0 : 31_536_000
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store needs a secure context, which a school's network may not be
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${seconds}; samesite=lax`
}

/** What is painted now. */
export function paintedTheme(): "light" | "dark" {
  const chosen = document.documentElement.dataset.theme
  if (chosen === "light" || chosen === "dark") return chosen
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
}

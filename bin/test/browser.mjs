import { existsSync } from "node:fs"

// The shell is Chromium without a window to draw: the same pages, a fifth faster.
const installed = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

// --no-sandbox: Chromium refuses to run as root with it. The others keep it from talking to anybody but us.
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]

/** The browser to test with: COLLOQUY_BROWSER, else an installed one, else undefined (Playwright's own, if any). */
export function findBrowser(environment = process.env) {
  return environment.COLLOQUY_BROWSER || installed.find((file) => existsSync(file))
}

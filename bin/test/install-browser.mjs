import { existsSync } from "node:fs"
import { say, sentence } from "../start/progress.mjs"
import { packageProgram, runForCode } from "../start/run-program.mjs"
import { findBrowser } from "./browser.mjs"

/**
 * Makes sure there is a browser, and says what it did: the one of COLLOQUY_BROWSER or an installed one, else Debian's
 * package (as root), else Playwright's own download. Answers an exit code.
 */
export async function installBrowser() {
  const found = findBrowser()
  if (found) {
    say(sentence("test.browserFound", { browser: found }))
    return existsSync(found) ? 0 : 1
  }
  if (await hasPlaywrightBrowser()) return 0
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say(sentence("test.browserFromDebian"))
    await runForCode("apt-get", ["update", "--quiet"])
    for (const name of ["chromium-headless-shell", "chromium"]) {
      const args = ["install", "--yes", "--no-install-recommends", name]
      const code = await runForCode("apt-get", args, { DEBIAN_FRONTEND: "noninteractive" })
      if (code === 0 && findBrowser()) return 0
    }
  }
  say(sentence("test.browserFromPlaywright"))
  const code = await runForCode(packageProgram("playwright"), ["install", "chromium"])
  if (code !== 0) say(sentence("test.noBrowser"))
  return code
}

async function hasPlaywrightBrowser() {
  const { chromium } = await import("@playwright/test")
  const own = chromium.executablePath()
  if (!existsSync(own)) return false
  say(sentence("test.browserFound", { browser: own }))
  return true
}

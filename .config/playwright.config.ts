import path from "node:path"
import { defineConfig } from "@playwright/test"
import { browserFlags, findBrowser } from "../bin/test/browser.mjs"

const root = path.resolve(import.meta.dirname, "..")
const executablePath = findBrowser()

// For the workers: tests use the project's own server code to make what they need.
process.env.NODE_OPTIONS = "--conditions=react-server"

export default defineConfig({
  testDir: path.join(root, "tests/e2e"),
  outputDir: path.join(root, "test-results"),
  globalSetup: path.join(root, "tests/support/start-server.ts"),
  tsconfig: path.join(root, "tsconfig.json"),
  // Generous, because a school's spare machine is slow: waiting for what does not come is the only cost.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: true,
  reporter: process.env.COLLOQUY_TEST_REPORT
    ? [["list"], ["json", { outputFile: process.env.COLLOQUY_TEST_REPORT }]]
    : [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    // A press on what never comes says so long before the test is over.
    actionTimeout: 30_000,
    // Recording every test costs as much as running it; `COLLOQUY_TRACE=1 npm run e2e -- …` records one that fails.
    trace: process.env.COLLOQUY_TRACE ? "retain-on-failure" : "off",
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserFlags },
  },
})

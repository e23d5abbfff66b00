import { execFileSync } from "node:child_process"
import { expect, test } from "../../support/e2e"

// The full run is `npm run kill -- 50`; it takes too long for every day.
test("no acknowledged save is lost when app and PostgreSQL are killed", () => {
  test.setTimeout(300_000)
  const environment = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: "", NEXTAUTH_SECRET: "" }
  const output = execFileSync(process.execPath, ["bin/kill.mjs", "3"], { env: environment, encoding: "utf8" })
  expect(output.trim().split("\n").at(-1)).toMatch(/^3 rounds, \d\d+ saves acknowledged, 0 lost$/)
})

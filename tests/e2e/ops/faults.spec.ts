import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { expect, test } from "../../support/e2e"

// The full runs are those of `npm run assure`; they take too long for every day.
const SHORT = [
  { kind: "kills", rounds: 3, when: "app and PostgreSQL are killed" },
  { kind: "restarts", rounds: 4, when: "PostgreSQL is restarted at the bell" },
  { kind: "stops", rounds: 1, when: "the app is told to stop under load" },
  { kind: "disks", rounds: 1, when: "the disk is full" },
]

for (const { kind, rounds, when } of SHORT)
  test(`nothing acknowledged is lost when ${when}`, async () => {
    test.setTimeout(900_000)
    const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: "", NEXTAUTH_SECRET: "" }
    const args = ["bin/kill.mjs", String(rounds), kind]
    const { stdout } = await promisify(execFile)(process.execPath, args, { env })
    test.skip(stdout.startsWith("skipped:"), stdout)
    expect(stdout).toMatch(/^\d+ [\w ]+, \d\d+ acknowledged, 0 lost$/m)
  })

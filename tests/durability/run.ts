import { fullDiskRounds } from "./full-disk"
import { killRounds } from "./kill-rounds"
import { restartRounds } from "./restart-rounds"
import { stopRounds } from "./stop-rounds"

// `npm run kill -- 50`: app and PostgreSQL killed in the middle of work, that many times. `npm run kill -- 50 restarts`,
// `stops` or `disks`: PostgreSQL restarted, the app told to stop, the disk filled.

const kinds: Record<string, (rounds: number) => Promise<number | null>> = {
  kills: killRounds,
  restarts: restartRounds,
  stops: stopRounds,
  disks: fullDiskRounds,
}

const [, , rounds = "50", kind = "kills"] = process.argv
const run = kinds[kind]
if (run) process.exitCode = (await run(Number(rounds))) ? 1 : 0
else {
  console.error(`There is no ${kind}; there are ${Object.keys(kinds).join(", ")}.`)
  process.exitCode = 2
}

import { writeFileSync } from "node:fs"
import path from "node:path"
import { seedDemonstration } from "@/lib/lesson/server/seed-demonstration"
import { now } from "@/lib/platform/clock"
import { closeDatabase } from "@/lib/platform/database"

// The demonstration class, and how to sign in to it, kept where only its owner reads it.
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const signIns = await seedDemonstration({ now: now(), timeZone })
const file = path.join(process.env.COLLOQUY_DATA ?? ".colloquy", "demo-sign-ins.json")
writeFileSync(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 })
await closeDatabase()

import { createSetupLink } from "@/lib/classroom/server/create-setup-link"
import { now } from "@/lib/platform/clock"
import { closeDatabase } from "@/lib/platform/database"

// Printed alone on a line: bin/start/first-start.mjs reads it.
console.log((await createSetupLink(now())) ?? "")
await closeDatabase()

import { sendDigests } from "@/lib/discussion/server/send-digests"
import { closeDatabase } from "@/lib/platform/database"
import { closeMail } from "@/lib/platform/mail"

// One process among several that look for mails of the day at the same moment. The moment is the argument; it begins when it is told to.
const now = new Date(process.argv[2] ?? "")
process.once("message", async () => {
  process.send?.(await sendDigests(now))
  closeMail()
  await closeDatabase()
  process.disconnect()
})
process.send?.("ready")

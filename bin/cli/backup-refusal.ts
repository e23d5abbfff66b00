import { type Decision, refuse } from "@/lib/access/refusal"
import { BackupProblem } from "../backup/backup-format"
import { isOfDisk } from "./write-folder"

/** What the operator can mend, as a refusal; null for what the disk says. Everything else is a bug, and is thrown. */
export function backupRefusal(error: unknown): Decision<never> | null {
  if (error instanceof BackupProblem) return refuse("conflict", `cli.${error.key}`, { params: error.params })
  if (isOfDisk(error)) return null
  throw error
}

import { mkdirSync, readdirSync, rmSync } from "node:fs"
import path from "node:path"
import { writeBackup } from "../backup/write-backup"
import { openDataFolder } from "./data-folder.mjs"

// Run before new migrations are applied: what they do wrong can then be taken back. The newest three are kept, so that
// people who were erased since do not live on in a drawer of old files for ever.

const KEPT = 3
const folder = path.join(openDataFolder(), "backups")
mkdirSync(folder, { recursive: true, mode: 0o700 })
const moment = new Date()
const name = `before-upgrade-${moment.toISOString().replaceAll(":", "-")}.sql.gz`
const url = process.env.DIRECT_DATABASE_URL || process.env.DATABASE_URL || ""
const { file } = await writeBackup({ url, file: path.join(folder, name), now: moment })
const made = readdirSync(folder).filter((one) => /^before-upgrade-.*\.sql\.gz$/.test(one))
for (const old of made.sort().slice(0, -KEPT)) rmSync(path.join(folder, old))
console.log(file)

import { spawnSync } from "node:child_process"
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"

// PG… variables of whoever runs us must not reach the server.
export const serverEnvironment = { PATH: process.env.PATH ?? "", LC_ALL: "C" }

/**
 * How a server process is given its data folder. As root on Linux: by the working directory, which is entered before
 * the account changes, so that it works below folders that the account may not enter (/root, a COLLOQUY_DATA of 0700).
 */
export function dataFolderArguments(folder, account) {
  const byWorkingDirectory = account.uid !== undefined && process.platform === "linux"
  return { cwd: folder, dataFolder: byWorkingDirectory ? "/proc/self/cwd" : folder }
}

/** Runs initdb beside the final place and moves it there: an interrupted run leaves nothing half made behind. */
export function createCluster({ place, account, binaries }) {
  const draft = `${place.cluster}-draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  hand(draft, account)
  const secret = mkdtempSync(path.join(os.tmpdir(), "colloquy-initdb-"))
  try {
    const passwordFile = path.join(secret, "password")
    writeFileSync(passwordFile, place.password(), { mode: 0o600 })
    hand(passwordFile, account)
    hand(secret, account)
    runInitdb({ draft, account, binaries, passwordFile })
  } finally {
    rmSync(secret, { recursive: true })
  }
  renameSync(draft, place.cluster)
}

function hand(target, account) {
  if (account.uid !== undefined) chownSync(target, account.uid, account.gid)
}

function runInitdb({ draft, account, binaries, passwordFile }) {
  const { cwd, dataFolder } = dataFolderArguments(draft, account)
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  const options = { ...account, cwd, env: serverEnvironment, encoding: "utf8" }
  const result = spawnSync(path.join(binaries, "initdb"), ["-D", dataFolder, ...locale, ...access], options)
  if (result.status === 0) return
  throw new Error(`initdb failed: ${result.error?.message ?? ""}${result.stdout}${result.stderr}`)
}

import { existsSync, readFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { sentence } from "./progress.mjs"

/** Prints the address, and how to sign in where that is known. */
export function announce({ folder, host, port, setUpPath }) {
  const lines = ["", ...addresses(host, port).map((address) => sentence("start.ready", { address }))]
  if (setUpPath) lines.push("", sentence("start.setUp"), `  http://localhost:${port}${setUpPath}`)
  const file = path.join(folder, "demo-sign-ins.json")
  if (existsSync(file))
    lines.push("", ...describeSignIns(JSON.parse(readFileSync(file, "utf8"))), "", kept(file))
  process.stdout.write(`${lines.join("\n")}\n\n`)
}

const kept = (file) => sentence("start.kept", { file: path.relative(process.cwd(), file) })

function addresses(host, port) {
  if (host !== "0.0.0.0" && host !== "::")
    return [`http://${host === "127.0.0.1" ? "localhost" : host}:${port}`]
  const outside = Object.values(os.networkInterfaces())
    .flat()
    .filter((address) => address.family === "IPv4" && !address.internal)
    .map((address) => `http://${address.address}:${port}`)
  return [`http://localhost:${port}`, ...outside]
}

function describeSignIns({ people, joinCode }) {
  const rows = people.map((person) => [person.what, person.userName, person.password])
  const width = (column) => Math.max(...rows.map((row) => row[column].length))
  const table = rows.map(([what, userName, password]) =>
    ["", what.padEnd(width(0)), userName.padEnd(width(1)), password].join("  "),
  )
  return [sentence("start.signIns"), ...table, `  ${sentence("start.joinCode", { joinCode })}`]
}

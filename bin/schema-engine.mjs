#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would otherwise download. Speaks the same JSON-RPC over
// stdio, and the same two side commands, on top of the WASM build of the same engine from npm.
import { createRequire } from "node:module"
import { canConnect, createDatabase, dropDatabase, prismaErrorCode } from "./schema-engine/database.mjs"
import { answerRequests } from "./schema-engine/json-rpc.mjs"
import { openSession } from "./schema-engine/session.mjs"

const sideCommands = {
  "can-connect-to-database": canConnect,
  "create-database": createDatabase,
  "drop-database": dropDatabase,
}

const args = process.argv.slice(2)

if (args.includes("--version") || args.includes("-V")) printVersion()
else if (args.includes("cli")) await runSideCommand(args[args.indexOf("cli") + 1])
else await serve()

function printVersion() {
  const { enginesVersion } = createRequire(import.meta.url)("@prisma/engines-version")
  process.stdout.write(`schema-engine-cli ${enginesVersion}\n`)
}

async function runSideCommand(name) {
  // The CLI throws the first line of stderr away: the native engine greets there.
  log("INFO", { message: "Starting schema engine CLI" })
  try {
    const run = sideCommands[name]
    if (!run) throw new Error(`unknown command: ${name}`)
    await run(datasource().url)
  } catch (error) {
    log("ERROR", { message: error.message, error_code: prismaErrorCode(error), is_panic: false })
    process.exitCode = 1
  }
}

async function serve() {
  const session = openSession({ datasource: datasource(), schemaFiles: valuesOf("--datamodels") })
  await answerRequests({ input: process.stdin, output: process.stdout, session })
  process.exit(0)
}

function datasource() {
  return JSON.parse(valuesOf("--datasource")[0] ?? "{}")
}

function valuesOf(flag) {
  return args.filter((_, index) => args[index - 1] === flag)
}

function log(level, fields) {
  const entry = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" }
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils"
import { MigrationAdapterFactory, noDatabaseFactory } from "./adapter.mjs"
import { createDatabase } from "./database.mjs"

const comparedWithoutDatabase = new Set(["empty", "schemaDatamodel"])

/**
 * One run of the CLI: `call(method, params)` answers what the native engine would answer, `describeError(error)` puts
 * an error into the words of the engine's protocol.
 */
export function openSession({ datasource, schemaFiles }) {
  let connected
  const connect = () => {
    connected ??= connectEngine({ datasource, schemaFiles })
    return connected
  }
  return {
    async call(method, params) {
      if (method === "createDatabase")
        return { databaseName: await createDatabase(params.datasource.url ?? datasource.url) }
      const needsNone = method === "diff" && [params.from, params.to].every(isComparedWithoutDatabase)
      const { engine } = needsNone ? await engineWithoutDatabase() : await connect()
      if (method === "getDatabaseVersion") return engine.version(params)
      if (typeof engine[method] !== "function") throw new Error(`the WASM engine has no method ${method}`)
      return engine[method](params)
    },
    async describeError(error) {
      const registry = connected && (await connected.catch(() => null))?.registry
      return describeError(error, registry)
    },
  }
}

function isComparedWithoutDatabase(target) {
  return comparedWithoutDatabase.has(target.tag)
}

async function engineWithoutDatabase() {
  const { SchemaEngine } = await loadWasm()
  const adapter = bindMigrationAwareSqlAdapterFactory(noDatabaseFactory)
  return { engine: await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter) }
}

async function connectEngine({ datasource, schemaFiles }) {
  const { SchemaEngine } = await loadWasm()
  const factory = datasource.url ? new MigrationAdapterFactory(datasource) : noDatabaseFactory
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const datamodels = schemaFiles.map((file) => [file, readFileSync(file, "utf8")])
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined }
  return { engine: await SchemaEngine.new(options, () => {}, adapter), registry: adapter.errorRegistry }
}

// The package's own entry imports the .wasm file as a module, which Node does not do without a flag.
async function loadWasm() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg")
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")
  const bytes = readFileSync(entry.replace(/schema_engine\.js$/, "schema_engine_bg.wasm"))
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    set_message(message) {
      this.message = message
    },
  }
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return bindings
}

// Errors of the database cross the WASM border as a number; the error itself waits in the adapter's registry.
function describeError(error, registry) {
  const fromDatabase = registry?.consumeError(Number(error?.code ?? error?.id ?? -1))?.error
  const message = fromDatabase?.message ?? error?.data?.message ?? error?.message ?? String(error)
  const code = /^P\d+/.test(String(error?.code)) ? error.code : (error?.data?.error_code ?? null)
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: false, message, error_code: code, meta: error?.meta ?? null },
  }
}

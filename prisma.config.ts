import path from "node:path"
import { defineConfig } from "prisma/config"

// The CLI would download a native engine; ours is the WASM build from npm, so that migrations work offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, "bin/schema-engine.mjs")

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:1/unset" },
})

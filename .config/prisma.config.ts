import path from "node:path"
import { defineConfig } from "prisma/config"

const project = path.resolve(import.meta.dirname, "..")

// The CLI would download a native engine; ours is the WASM build from npm, so that migrations work offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(project, "bin/schema-engine.mjs")

export default defineConfig({
  schema: path.join(project, "prisma/schema"),
  migrations: { path: path.join(project, "prisma/migrations") },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:1/unset" },
})

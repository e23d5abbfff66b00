import os from "node:os"
import path from "node:path"
import { defineConfig } from "vitest/config"

const root = path.resolve(import.meta.dirname, "..")

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Throws outside a bundler that knows the react-server condition.
      { find: "server-only", replacement: path.join(root, "tests/support/server-only.ts") },
    ],
  },
  test: {
    // Half of the time is waiting for databases and processes, so a machine of two cores is not left with one worker.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    env: {
      NEXTAUTH_SECRET: "a secret that only the tests of this project know",
      COLLOQUY_FACTOR_KEY: "a second secret that only the tests of this project know",
      TZ: "UTC",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Properties take long where others use the machine too; nothing here is a matter of speed.
          testTimeout: 60_000,
          include: [
            "{app,bin,components,lib}/**/*.test.{ts,tsx}",
            "tests/{house,durability,bench,assurance,hostile,guards}/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/prepare-database.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

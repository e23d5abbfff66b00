#!/usr/bin/env node
// `npm run fdatasync`: is an answer on disk before it is acknowledged? Looks at the system calls.
import { runHarness } from "./start/run-harness.mjs"

await runHarness("../../tests/durability/fdatasync.ts")

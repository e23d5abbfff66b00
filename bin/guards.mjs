#!/usr/bin/env node
// `npm run guards`: leaves out one guard after another, and writes which of them no test would miss.
import { runHarness } from "./start/run-harness.mjs"

await runHarness("../../tests/guards/run.ts")

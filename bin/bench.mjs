#!/usr/bin/env node
import { runHarness } from "./start/run-harness.mjs"

await runHarness("../../tests/bench/run.ts")

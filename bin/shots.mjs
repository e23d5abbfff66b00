#!/usr/bin/env node
import { runHarness } from "./start/run-harness.mjs"

await runHarness("../../tests/shots/run.ts")

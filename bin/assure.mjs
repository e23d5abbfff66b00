#!/usr/bin/env node
// `npm run assure`: tries every promise at length and writes docs/assurance.md.
import { runHarness } from "./start/run-harness.mjs"

await runHarness("../../tests/assurance/run.ts")

#!/usr/bin/env node
// `npm run kill -- 50`: kills app and database in the middle of saving, and looks whether anything acknowledged is gone.
import { runHarness } from "./start/run-harness.mjs"

await runHarness("../../tests/durability/run.ts")

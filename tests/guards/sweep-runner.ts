import { appendFileSync, readFileSync } from "node:fs"
import path from "node:path"
import { VitestTestRunner as TestRunner } from "vitest/runners"
import type { Verdict } from "./sweep"
import { nameOf, type Task } from "./test-name"

// Vitest's runner in an instrumented copy: does each test once as it is, and once more for each guard that it is to be asked
// about, with that guard left out. GUARD_PLAN is a file that says which, GUARD_VERDICTS one that hears what came of it.

const root = path.resolve(import.meta.dirname, "../..")

type Test = Parameters<TestRunner["onBeforeRunTask"]>[0] & Task & { repeats?: number }
type Result = { state: string; errors?: unknown[] }

/** What is left of a test's plan. `doubt`: the guard a test failed without, until it has been seen to pass with it again. */
type Course = {
  file: string
  name: string
  begun: boolean
  ahead: string[]
  off: string | null
  doubt: string | null
}

const plan = JSON.parse(readFileSync(String(process.env.GUARD_PLAN), "utf8")) as Record<
  string,
  Record<string, string[]>
>

export default class SweepRunner extends TestRunner {
  private course: Course | null = null
  /** A test failed with every guard in its place: what it and those after it say is worth nothing. */
  private spoilt = false

  override async onBeforeRunTask(task: Test): Promise<void> {
    const file = path.relative(root, task.file.filepath)
    const name = nameOf(task)
    const ahead = plan[file]?.[name] ?? []
    if (ahead.length === 0 || this.spoilt) task.mode = "skip"
    task.repeats = 2 * ahead.length
    this.course = { file, name, begun: false, ahead: [...ahead], off: null, doubt: null }
    await super.onBeforeRunTask(task)
  }

  // Both of these are called by vitest for every repetition.
  override onBeforeTryTask(task: Test): void {
    const { course } = this
    if (course?.begun && !course.doubt) course.off = course.ahead.shift() ?? null
    const isOver = course?.begun && !course.off && !course.doubt
    // A repetition that is not needed cannot be left out, only be cut short.
    if (!course || this.spoilt || isOver) throw new Error("nothing more to ask")
    course.begun = true
    if (course.off) process.env.GUARD_OFF = course.off
    super.onBeforeTryTask(task)
  }

  async onAfterRetryTask(task: Test): Promise<void> {
    delete process.env.GUARD_OFF
    const { course } = this
    const result = task.result as Result
    const failed = result.state === "fail"
    Object.assign(result, { state: "run", errors: [] })
    if (!course || this.spoilt) return
    const { off, doubt } = course
    course.off = null
    if (off && failed) course.doubt = off
    else if (off) this.say({ id: off, verdict: "missed" })
    else if (doubt) {
      this.say({ id: doubt, verdict: failed ? "unsure" : "noticed" })
      course.doubt = null
      this.spoilt = failed
    } else if (failed && course.ahead.length > 0) this.spoilt = true
  }

  private say(one: Pick<Verdict, "id" | "verdict">): void {
    const { file, name } = this.course as Course
    appendFileSync(String(process.env.GUARD_VERDICTS), `${JSON.stringify({ ...one, file, name })}\n`)
  }
}

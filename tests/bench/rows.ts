import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import type { Row } from "./arguments"
import { openArticle } from "./article"
import { type Bell, ringBell } from "./bell"
import { type BenchSchool, makeBenchSchool } from "./bench-school"
import { makeBenchThread } from "./bench-thread"
import { tellListeners } from "./listeners"
import { loadAnswers } from "./load-answers"
import { lossyClient } from "./lossy-client"
import type { Measurement } from "./measure"
import { weighStack } from "./memory"
import { makeBenchGradebook, openGradebook, openStaffPages } from "./open-gradebook"
import { openThread, type ThreadRun } from "./open-thread"
import { loadPages } from "./pages"
import { percentiles } from "./percentiles"
import { postReplies } from "./reply"
import type { Figure, PageRow } from "./report"
import { compareWithFloor, openAttempts } from "./saves"
import type { ServerUnderTest } from "./server-under-test"
import { openShortAndLong } from "./short-and-long"
import { givePasswords, signInAll } from "./sign-in"

export type Ground = {
  server: ServerUnderTest
  postgres: number
  app: number
  students: number
  operations: number
}

export type Found = { measurements?: Measurement[]; figures?: Figure[]; pages?: PageRow[] }

/** Each row warms the server up with its own kind of work, makes people of its own, and measures. */
export const rows: Readonly<Record<Row, (ground: Ground) => Promise<Found>>> = {
  W1: async ({ server: { port, stack }, operations }) => {
    const school = await makeBenchSchool(64)
    await givePasswords(school)
    await signInAll(port, school, stack, 64)
    return { measurements: [await signInAll(port, school, stack, Math.ceil(operations / 5))] }
  },
  W2: async ({ server: { port, stack }, operations }) => {
    const school = await makeBenchSchool(32)
    await openArticle(port, school, stack, 300)
    return { measurements: [await openArticle(port, school, stack, operations)] }
  },
  saves: measureSaves,
  W3: measureBell,
  W3lossy: measureLossyBell,
  W4a: async (ground) => {
    const run = await threadRun(ground, Math.ceil(ground.operations / 4))
    await openThread({ ...run, operations: 100 })
    return openedThread(await openThread(run))
  },
  W4b: async (ground) => {
    const run = await threadRun(ground, Math.ceil(ground.operations / 2))
    await postReplies({ ...run, operations: 100 })
    return { measurements: [await postReplies(run)] }
  },
  W4d: async ({ server: { port, stack }, operations }) =>
    openShortAndLong({
      port,
      stack,
      school: await makeBenchSchool(12),
      operations: Math.ceil(operations / 5),
    }),
  W5: async ({ server: { port, stack }, operations }) => {
    const gradebook = await makeBenchGradebook({ students: 300, works: 1 })
    await openStaffPages({ port, gradebook, stack, operations: 20 })
    const measurements = await openStaffPages({
      port,
      gradebook,
      stack,
      operations: Math.ceil(operations / 20),
    })
    const figures = measurements.map(({ key, bytesPerOperation }) => {
      return { name: `${key} gzip on the wire`, value: bytesPerOperation / 1000, unit: "KB", goal: null }
    })
    return { measurements, figures }
  },
  W5d: async ({ server: { port, stack }, operations }) => {
    const gradebook = await makeBenchGradebook({ students: 200, works: 60 })
    await openGradebook({ port, gradebook, stack, operations: 20 })
    return openedGradebook(
      await openGradebook({ port, gradebook, stack, operations: Math.ceil(operations / 20) }),
    )
  },
  W6: async ({ server: { port } }) => {
    const school = await makeBenchSchool(201)
    const thread = await makeBenchThread(school, { position: 1, posts: 201, conversation: 1 })
    return { figures: await tellListeners({ port, school, thread }, 20) }
  },
  W7: async ({ server: { port, stack }, app, postgres }) => {
    // Some load of its own, so that it can be asked for alone.
    await openArticle(port, await makeBenchSchool(32), stack, 300)
    return { figures: await weighStack(app, postgres) }
  },
  pages: measurePages,
}

async function threadRun({ server: { port, stack } }: Ground, operations: number): Promise<ThreadRun> {
  const school = await makeBenchSchool(32)
  const thread = await makeBenchThread(school, { position: 1, posts: 500, conversation: 4 })
  return { port, school, thread, stack, operations }
}

function openedGradebook(measurement: Measurement): Found {
  const value = measurement.bytesPerOperation / 1000
  const figure = { name: "W5d gradebook, gzip on the wire", value, unit: "KB", goal: null }
  return { measurements: [measurement], figures: [figure] }
}

function openedThread(measurements: Measurement[]): Found {
  const first = measurements.find(({ key }) => key === "W4a first")
  const value = (first?.bytesPerOperation ?? 0) / 1000
  const figure = { name: "W4a first window, gzip on the wire", value, unit: "KB", goal: "at most 60" }
  return { measurements, figures: [figure] }
}

async function measureSaves({ server: { port, stack }, postgres, operations }: Ground): Promise<Found> {
  const school = await makeBenchSchool(32)
  const answers = await loadAnswers(school.assignmentId)
  const run = { attempts: await openAttempts(port, school), answers, operations, postgres }
  const { measurements, ratio, ratios } = await compareWithFloor(port, stack, run)
  const figure = (name: string, value: number, goal: string | null): Figure => ({
    name,
    value,
    unit: "",
    goal,
  })
  return {
    measurements,
    figures: [
      figure("a save's rate to floor (a), the middle of four turns", ratio, "at least 0.45"),
      figure("the least of them", ratios[0] ?? 0, null),
      figure("the most of them", ratios.at(-1) ?? 0, null),
    ],
  }
}

async function measureBell({ server: { port, stack }, students }: Ground): Promise<Found> {
  const few = await makeBenchSchool(20)
  await ringBell({ port, stack, school: few, answers: await loadAnswers(few.assignmentId) })
  const school: BenchSchool = await makeBenchSchool(students)
  const bell = await ringBell({ port, stack, school, answers: await loadAnswers(school.assignmentId) })
  const [save, visible] = [percentiles(bell.saves), percentiles(bell.visible)]
  const ms = (name: string, value: number): Figure => ({ name, value, unit: "ms", goal: null })
  return {
    measurements: [bell.whole],
    figures: [
      ms("W3 one save in the bell: p50", save.p50),
      ms("W3 one save in the bell: p95", save.p95),
      ms("W3 press to questions visible: p50", visible.p50),
      ms("W3 press to questions visible: p95", visible.p95),
      ...keptFigures("W3", bell),
    ],
  }
}

/** What a bad network drops of requests, and of the replies to the rest. */
const DROPPED = 0.05

/** The bell once more on a network that loses requests and replies: slower, but nothing may be lost or stand twice. */
async function measureLossyBell({ server: { port, stack }, students }: Ground): Promise<Found> {
  const school: BenchSchool = await makeBenchSchool(students)
  const { send, losses } = lossyClient(DROPPED)
  const answers = await loadAnswers(school.assignmentId)
  const name = `W3 the bell with 5% of requests and of replies dropped, ${students} students`
  const bell = await ringBell({ port, stack, school, answers, send, key: "W3lossy", name })
  const count = (what: string, value: number): Figure => ({ name: what, value, unit: "", goal: null })
  return {
    measurements: [bell.whole],
    figures: [
      count("W3lossy requests dropped", losses.requests),
      count("W3lossy replies dropped", losses.replies),
      count("W3lossy connections broken", losses.broken),
      count("W3lossy asked to come again", losses.busy),
      ...keptFigures("W3lossy", bell),
    ],
  }
}

const keptFigures = (row: string, { acknowledged, lost, twice }: Bell): Figure[] => [
  { name: `${row} answers lost, of ${acknowledged} acknowledged`, value: lost, unit: "", goal: "at most 0" },
  { name: `${row} saves, scores or attempts that stand twice`, value: twice, unit: "", goal: "at most 0" },
]

/** A lesson of ten items for the quiz; the article and the thread of 500 posts are those of the other rows. */
async function measurePages(ground: Ground): Promise<Found> {
  const { port, stack } = ground.server
  const { school, thread } = await threadRun(ground, 0)
  const tenItems = { ...fakeNeutrality, slug: "ten-items", items: fakeNeutrality.items.slice(0, 10) }
  const quiz = await makeBenchSchool(1, tenItems)
  await openAttempts(port, quiz)
  const [[reader], [sitter]] = [school.students, quiz.students]
  if (!reader || !sitter) throw new Error("nobody to open a page")
  const pages = await loadPages(port, stack, [
    { page: "article", path: `/a/${school.assignmentId}/read`, as: reader },
    { page: "quiz", path: `/a/${quiz.assignmentId}/quiz`, as: sitter },
    { page: "thread", path: thread.path, as: reader },
  ])
  return { pages }
}

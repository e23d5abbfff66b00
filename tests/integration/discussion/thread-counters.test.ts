import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { threadInput } from "@/lib/discussion/input"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { THREAD_STATEMENT } from "@/lib/discussion/server/thread-statement"
import { database, pool } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makeLongThread, makePost } from "../../support/factories-discussion"

useTestDatabase()

/** What the triggers keep, beside what a count over all posts finds. */
const COUNTED = `
  SELECT t."visiblePosts", t."waitingPosts",
    (SELECT count(*)::int FROM "Post" p WHERE p."threadId" = t.id AND p.state = 'visible') AS visible,
    (SELECT count(*)::int FROM "Post" p WHERE p."threadId" = t.id AND p.state = 'visible' AND p."parentId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Post" r WHERE r."parentId" = p.id AND r.state = 'visible')) AS waiting,
    ARRAY(SELECT seq FROM "UnansweredPost" u WHERE u."threadId" = t.id ORDER BY seq) AS "keptWaiting",
    ARRAY(SELECT p.seq FROM "Post" p WHERE p."threadId" = t.id AND p.state = 'visible' AND p."parentId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Post" r WHERE r."parentId" = p.id AND r.state = 'visible') ORDER BY seq) AS "realWaiting",
    ARRAY(SELECT l."sentenceId"::text || l.posts FROM "ThreadLean" l
      WHERE l."threadId" = t.id AND l.posts <> 0 ORDER BY 1) AS "keptLean",
    ARRAY(SELECT ci."sentenceId"::text || count(*) FROM "Citation" ci JOIN "Post" p ON p.id = ci."postId"
      WHERE p."threadId" = t.id AND p.state = 'visible' GROUP BY ci."sentenceId" ORDER BY 1) AS "realLean",
    (SELECT coalesce(sum(w.posts), 0)::int FROM "ThreadWindow" w WHERE w."threadId" = t.id) AS windowed,
    (SELECT count(*)::int FROM "Post" p WHERE p."threadId" = t.id) AS all
  FROM "Thread" t WHERE t.id = $1`

async function expectCounted(threadId: string): Promise<void> {
  const row = (await pool().query(COUNTED, [threadId])).rows[0]
  expect(row.visiblePosts).toBe(row.visible)
  expect(row.waitingPosts).toBe(row.waiting)
  expect(row.keptWaiting).toEqual(row.realWaiting)
  expect(row.keptLean).toEqual(row.realLean)
  expect(row.windowed).toBe(row.all)
}

const acts = fc.array(
  fc.record({
    act: fc.constantFrom("post", "reply", "hidden", "deleted", "visible", "uncite"),
    which: fc.nat(50),
    cites: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
)

describe("what a thread keeps of itself", () => {
  it("is what counting would find, whatever is posted, answered, hidden, taken back and put back", async () => {
    const room = await makeDiscussion({ students: 1 })
    const [me] = room.students
    const [sentence] = room.sentences
    const prompts = room.prompts[0]
    if (!me || !sentence || !prompts) throw new Error("no room")
    const { revisionId } = await database().lessonVersion.findUniqueOrThrow({
      where: { id: room.lesson.lessonVersionId },
    })
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        await database().thread.deleteMany({})
        const at = { assignmentId: room.assignment.id, promptId: prompts.id, enrolmentId: me.enrolment.id }
        const made: { id: string; threadId: string }[] = []
        for (const { act, which, cites } of list) {
          const chosen = made[which % Math.max(1, made.length)]
          if (act === "post" || act === "reply" || !chosen) {
            const cited = cites ? [{ sentenceId: sentence.id, revisionId, quote: "x" }] : []
            made.push(await makePost(at, { parentId: act === "reply" ? chosen?.id : null, cites: cited }))
          } else if (act === "uncite") await database().citation.deleteMany({ where: { postId: chosen.id } })
          else {
            const state = act as "hidden" | "deleted" | "visible"
            await database().post.update({ where: { id: chosen.id }, data: { state } })
          }
        }
        if (made[0]) await expectCounted(made[0].threadId)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it("cuts windows between conversations as answers come in, and shows every post once", async () => {
    const room = await makeDiscussion({ students: 5 })
    const [me] = room.students
    const [prompt] = room.prompts
    if (!me || !prompt) throw new Error("no room")
    const at = { assignmentId: room.assignment.id, promptId: prompt.id }
    // A class posts first and answers afterwards: the answers fall among the posts of the first windows.
    const tops = []
    for (let count = 0; count < 25; count += 1)
      tops.push(await makePost({ ...at, enrolmentId: me.enrolment.id }))
    for (let count = 0; count < 120; count += 1)
      await makePost({ ...at, enrolmentId: me.enrolment.id }, { parentId: tops[(count * 7) % 25]?.id })
    const viewer = await viewerFor(me.user)
    const load = async (window: number) => {
      const view = await loadThread(viewer, threadInput.parse({ ...at, window }), new Date())
      if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
      return view.value.thread.window
    }
    const first = await load(0)
    const windows = [first]
    for (let at = 1; at < first.count; at += 1) windows.push(await load(at))
    const seqs = windows.flatMap(({ posts }) => posts.map(({ seq }) => seq))
    expect([...seqs].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 145 }, (_, at) => at + 1),
    )
    for (const { posts } of windows) {
      expect(posts.length).toBeLessThanOrEqual(40)
      const ids = new Set(posts.map(({ id }) => id))
      expect(posts.filter(({ parentId }) => parentId && !ids.has(parentId))).toEqual([])
    }
  }, 60_000)

  it("lets a first window of 5,000 posts, in any order, touch no more of the tables than one of 80 does", async () => {
    const room = await makeDiscussion({ students: 20, prompts: ["Short?", "Long?"] })
    const [me] = room.students
    const [short, long] = room.prompts
    if (!me || !short || !long) throw new Error("no room")
    await makeLongThread({ assignmentId: room.assignment.id, promptId: short.id }, room.students, 80)
    await makeLongThread({ assignmentId: room.assignment.id, promptId: long.id }, room.students, 5000)
    await pool().query("VACUUM ANALYZE")
    const viewer = await viewerFor(me.user)
    const buffersOf = async (promptId: string, order: "argued" | "newest" | "unanswered" | "changed") => {
      const values = [viewer.userId, room.assignment.id, promptId, 0, null, null, 0, [3], new Date(), null]
      const text = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${THREAD_STATEMENT[order]}`
      const { rows } = await pool().query<{ "QUERY PLAN": Explained[] }>(text, values)
      const [explained] = rows[0]?.["QUERY PLAN"] ?? []
      if (!explained) throw new Error("no plan")
      return explained.Plan["Shared Hit Blocks"] + explained.Plan["Shared Read Blocks"]
    }
    for (const prompt of [short, long]) {
      const input = threadInput.parse({ assignmentId: room.assignment.id, promptId: prompt.id })
      const view = await loadThread(viewer, input, new Date())
      expect(view.ok && view.value.thread?.window.posts.length).toBe(32)
    }
    for (const order of ["argued", "newest", "unanswered", "changed"] as const) {
      const [ofShort, ofLong] = [await buffersOf(short.id, order), await buffersOf(long.id, order)]
      expect(ofLong).toBeLessThan(ofShort * 1.25)
    }
  }, 240_000)
})

type Explained = { Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } }

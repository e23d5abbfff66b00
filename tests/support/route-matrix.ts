/**
 * Who may open what: written by hand, one line a route, held against the running server by tests/e2e/route-matrix.spec.ts.
 * A page or route of app/ that has no line fails that test.
 *
 * in: sent to sign in · 401 404 403 …: that status · ok: 200 · home, teach: sent to one's own start page
 */
export const actors = [
  /** Nobody signed in. */
  "nobody",
  /** The cookie of a session whose row was deleted. */
  "stale",
  /** A student of the school who is not in the class. */
  "stranger",
  /** A student of the class. */
  "student",
  /** A teacher of the school who does not teach the class. */
  "colleague",
  "assistant",
  "teacher",
  "administrator",
] as const

export type Actor = (typeof actors)[number]
export type RouteLine = {
  route: string
  method?: string
  body?: unknown
  headers?: Record<string, string>
  expected: Record<Actor, string>
}

const line = (route: string, outcomes: string, more: Partial<RouteLine> = {}): RouteLine => {
  const words = outcomes.trim().split(/\s+/)
  const expected = Object.fromEntries(actors.map((actor, at) => [actor, words[at] ?? "missing"]))
  return { route, ...more, expected: expected as Record<Actor, string> }
}

// Staff of the class are led from a student's step to the class's results.
const step = "in in 404 ok 404 teach/assignments/* teach/assignments/* 404"
const submitted = "in in 404 a/*/results 404 teach/assignments/* teach/assignments/* 404"
const thread = "in in 404 ok 404 ok ok 404"
const staff = "in in 403 403 ok ok ok ok"
const teachers = "in in 403 403 ok 403 ok ok"
const administrators = "in in 403 403 403 403 403 ok"
const classResults = "in in 403 403 404 ok ok 404"

// in the order of `actors`: nobody stale stranger student colleague assistant teacher administrator
export const routeMatrix: RouteLine[] = [
  line("/", "in in home home teach teach teach teach"),
  line("/sign-in", "ok ok home home teach teach teach teach"),
  line("/join", "ok ok ok ok ok ok ok ok"),
  line("/set-up/[token]", "ok ok ok ok ok ok ok ok"),
  line("/sign-out", "account account account account account account account account"),
  line("/home", "in in ok ok teach teach teach teach"),
  line("/account", "in in ok ok ok ok ok ok"),
  // Only for whoever was handed a password.
  line("/account/password", "in in account account account account account account"),

  // Everybody's own; there is no such notice.
  line("/notices", "in in ok ok ok ok ok ok"),
  line("/notices/settings", "in in ok ok ok ok ok ok"),
  line("/notices/[noticeId]", "in in notices notices notices notices notices notices"),
  line("/unsubscribe/[token]", "ok ok ok ok ok ok ok ok"),

  // A student's own work in the class
  line("/a/[assignmentId]", step),
  line("/a/[assignmentId]/stance", step),
  line("/a/[assignmentId]/read", step),
  // This student has submitted.
  line("/a/[assignmentId]/quiz", submitted),
  line("/a/[assignmentId]/quiz/review", submitted),
  line("/a/[assignmentId]/results", step),
  // There is no such practice; a student's own is nobody else's.
  line(
    "/a/[assignmentId]/practice/[rehearsalId]",
    "in in 404 404 404 teach/assignments/* teach/assignments/* 404",
  ),
  line("/a/[assignmentId]/discuss", thread),
  line("/a/[assignmentId]/discuss/[promptId]", thread),
  line("/a/[assignmentId]/discuss/[promptId]/map", thread),
  line("/a/[assignmentId]/reflect", step),

  // Staff
  line("/teach", staff),
  line("/teach/classes", staff),
  line("/teach/classes/[classId]", "in in 403 403 404 ok ok ok"),
  line("/teach/classes/[classId]/add", "in in 403 403 404 403 ok ok"),
  line("/teach/classes/[classId]/groups", "in in 403 403 404 ok ok ok"),
  line("/teach/classes/[classId]/accommodations", "in in 403 403 404 ok ok ok"),
  line("/teach/classes/[classId]/watch-list", "in in 403 403 404 ok ok ok"),
  line("/teach/classes/[classId]/slips", "in in 403 403 404 403 ok ok"),
  // Administrators who are not of the class read neither its discussions nor what was done in them.
  line("/teach/classes/[classId]/discussions", "in in 403 403 404 ok ok 404"),
  line("/teach/classes/[classId]/ledger", "in in 403 403 404 ok ok 404"),
  line("/teach/classes/[classId]/gradebook", classResults),
  line("/teach/classes/[classId]/gradebook/settings", "in in 403 403 404 403 ok 404"),
  line("/teach/classes/[classId]/students/[enrolmentId]", classResults),
  line("/teach/library", teachers),
  line("/teach/library/questions", teachers),
  line("/teach/library/from-file", teachers),
  line("/teach/library/from-file/plan", "401 401 403 403 422 403 422 422", { method: "POST" }),
  line("/teach/library/from-file/save", "401 401 403 403 422 403 422 422", { method: "POST" }),
  line("/teach/readings/new", teachers),
  line("/teach/readings/draft", "401 401 403 403 422 403 422 422", { method: "POST" }),
  line("/teach/readings/save", "401 422 422 422 422 422 422 422", { method: "POST", body: {} }),
  line("/teach/readings/[readingId]", teachers),
  // Without a reading it leads to where one is chosen.
  line("/teach/lessons/new", "in in 403 403 teach/library 403 teach/library teach/library"),
  line("/teach/lessons/[lessonId]", teachers),
  line("/teach/lessons/[lessonId]/questions/[itemId]", teachers),
  line("/teach/lessons/[lessonId]/assign", teachers),
  line("/teach/lessons/[lessonId]/import", "in in 403 403 404 403 ok 404"),
  line("/teach/lessons/[lessonId]/export", teachers),
  line("/teach/lessons/[lessonId]/own-copy", teachers),
  line("/teach/lessons/[lessonId]/print", teachers),
  // Leads to the lesson's first step.
  line(
    "/teach/lessons/[lessonId]/preview",
    "in in 403 403 teach/lessons/*/preview/stance 403 teach/lessons/*/preview/stance teach/lessons/*/preview/stance",
  ),
  line("/teach/lessons/[lessonId]/preview/[step]", teachers),
  line("/teach/lessons/[lessonId]/preview/[step]/review", teachers),
  line("/teach/readings/[readingId]/edit", "in in 403 403 404 403 ok 404"),
  line("/teach/readings/[readingId]/revisions", "401 422 422 422 422 422 422 422", {
    method: "POST",
    body: {},
  }),
  line("/teach/assignments/[assignmentId]", classResults),
  line("/teach/assignments/[assignmentId]/settings", "in in 403 403 404 403 ok 404"),
  line("/teach/assignments/[assignmentId]/items", classResults),
  line("/teach/assignments/[assignmentId]/misread", classResults),
  line("/teach/assignments/[assignmentId]/items/[itemId]/fix", classResults),
  line("/teach/assignments/[assignmentId]/grade", "in in 403 403 404 403 ok 404"),
  line("/teach/assignments/[assignmentId]/appeals", classResults),
  line("/teach/assignments/[assignmentId]/discussion", classResults),
  // Under pseudonyms an assistant knows students here by another id than elsewhere.
  line("/teach/assignments/[assignmentId]/discussion/[enrolmentId]", "in in 403 403 404 404 ok 404"),
  // Nobody is worried here, so there is no such page.
  line("/teach/assignments/[assignmentId]/worries/[postId]", "in in 403 403 404 404 404 404"),
  line("/teach/assignments/[assignmentId]/discussion/rubric", "in in 403 403 404 403 ok 404"),
  line("/teach/assignments/[assignmentId]/stance", classResults),
  line("/teach/assignments/[assignmentId]/students/[enrolmentId]", classResults),
  line("/admin/opened", administrators),
  line("/admin/people", administrators),
  line("/admin/school", administrators),
  line("/admin/status", administrators),

  // One's own, whoever one is.
  line("/api/account/own-data.zip", "401 401 ok ok ok ok ok ok"),

  // Machines' doors
  line("/api/auth/[...nextauth]", "400 400 400 400 400 400 400 400"),
  line("/api/assignments/[assignmentId]/results.csv", "401 401 404 403 404 403 ok 404"),
  line("/api/assignments/[assignmentId]/results.xlsx", "401 401 404 403 404 403 ok 404"),
  // Whoever may have it is asked for a shape.
  line("/api/assignments/[assignmentId]/scores.csv", "401 401 404 403 404 403 422 404"),
  line("/api/assignments/[assignmentId]/students/[enrolmentId]/report.pdf", "401 401 404 403 404 403 ok 404"),
  line("/api/classes/[classId]/export.zip", "401 401 404 403 404 403 ok 404"),
  line("/api/classes/[classId]/gradebook.csv", "401 401 404 403 404 403 ok 404"),
  line("/api/classes/[classId]/gradebook.xlsx", "401 401 404 403 404 403 ok 404"),
  line("/api/classes/[classId]/students/[enrolmentId]/report.csv", "401 401 404 403 404 403 ok 404"),
  line("/api/classes/[classId]/students/[enrolmentId]/report.pdf", "401 401 404 403 404 403 ok 404"),
  line("/api/assignments/[assignmentId]/pulse", "401 401 404 403 404 ok ok 404"),
  // There is no such answer here: whoever teaches and whoever does not finds none.
  line("/api/assignments/[assignmentId]/grade-draft", "401 401 404 404 404 404 404 404", {
    method: "PUT",
    body: {
      itemId: "00000000-0000-7000-8000-000000000000",
      attemptId: "00000000-0000-7000-8000-000000000000",
      number: 1,
      grade: null,
      basedOn: null,
    },
  }),
  line("/api/assignments/[assignmentId]/place", "401 401 404 ok 404 404 404 404", {
    method: "PUT",
    body: { sentenceId: "[sentenceId]", sentencesRead: 0 },
  }),
  // Into a group that the class does not have.
  line("/api/assignments/[assignmentId]/prompts/[promptId]/posts", "401 401 404 409 404 409 409 404", {
    method: "POST",
    body: {
      clientKey: "00000000-0000-4000-8000-000000000000",
      thread: "00000000-0000-7000-8000-000000000000",
      move: "claim",
      body: "It is.",
    },
  }),
  // There is no such post.
  line("/api/posts/[postId]/replies", "401 401 404 404 404 404 404 404", {
    method: "POST",
    body: {
      clientKey: "00000000-0000-4000-8000-000000000000",
      move: "challenge",
      body: "Is it?",
    },
  }),
  // A student who has posted, and staff of the class, are told which posts are new.
  line("/api/assignments/[assignmentId]/prompts/[promptId]/events", "401 401 404 ok 404 ok ok 404"),
  line("/api/notices/events", "401 401 ok ok ok ok ok ok"),
  // A mail program asks with no session; there is no such link.
  line("/api/unsubscribe/[token]", `${"unsubscribe/unknown ".repeat(8)}`, { method: "POST" }),
  // Whoever may have it is asked for a format.
  line("/api/lessons/[lessonId]/quiz", "401 401 404 404 422 404 422 422"),
  line("/api/lessons/[lessonId]/file", "401 401 404 404 ok 404 ok ok"),
  line("/api/attempts", "401 401 404 409 404 403 403 404", {
    method: "POST",
    body: { assignmentId: "[assignmentId]" },
  }),
  line("/api/attempts/[attemptId]/responses", "401 401 404 404 404 403 403 404", {
    method: "PUT",
    body: { responses: [{ itemId: "00000000-0000-7000-8000-000000000000", saveNumber: 1, value: null }] },
  }),
  line("/api/attempts/[attemptId]/submit", "401 401 404 404 404 403 403 404", {
    method: "POST",
    headers: { "idempotency-key": "route-matrix" },
  }),
]

import { v4 } from "uuid"
import { readingInput } from "@/tests/support/factories-reading"
import { type Actor, actors, who } from "./actors"
import { type ActionLine, always, during, type Place } from "./line"
import { onceHandedIn, onceOpen, states, whileOpen, whileSeen } from "./states"

// Who gets what from the handlers of app/**/route.ts, asked without a server: the files, streams and hot paths.

/** What a request says beside who asks. */
export type Asked = {
  params?: Record<string, string>
  query?: string
  json?: unknown
  bytes?: string
  headers?: Record<string, string>
}

const { own, classmate, students, teachers, staff, signedIn, anyTeacher, maker } = who
const everybody: readonly Actor[] = actors

type Written = ReturnType<typeof always>
const route = (folder: string, methods: Record<string, Written | Written[]>): ActionLine[] =>
  Object.entries(methods).flatMap(([method, ways]) => [ways].flat().map((way) => way(folder, method)))

const about = ({ sitting }: Place) => ({ assignmentId: sitting.assignmentId })
const ofClass = ({ room }: Place): Asked => ({ params: { classId: room.class.publicId } })
const ofStudent = ({ room }: Place): Asked => ({
  params: { classId: room.class.publicId, enrolmentId: room.enrolments.student },
})
const ofAssignment =
  (more: Omit<Asked, "params"> = {}) =>
  (at: Place): Asked => ({ params: about(at), ...more })
const ofAttempt = ({ sitting }: Place) => ({ attemptId: sitting.attemptId })

/** Students keep to the dates of a discussion, staff do not; where it was put away nobody writes. */
const writers = [
  [students, whileOpen],
  [staff, whileSeen],
] as const

const files = { reads: true }
const byTeachers = (more: Omit<Asked, "params"> = {}) =>
  during(ofAssignment(more), [[teachers, states]], files)

const ofLesson =
  (which: "draft" | "shared", query = "") =>
  ({ room }: Place): Asked => ({
    params: { lessonId: which === "draft" ? room.draft.lessonId : room.shared.lesson.lessonId },
    query,
  })

const exportRoutes = [
  ...route("api/assignments/[assignmentId]/results.csv", { GET: byTeachers() }),
  ...route("api/assignments/[assignmentId]/results.xlsx", { GET: byTeachers() }),
  ...route("api/assignments/[assignmentId]/scores.csv", { GET: byTeachers({ query: "shape=canvas" }) }),
  ...route("api/assignments/[assignmentId]/students/[enrolmentId]/report.pdf", {
    GET: during(
      (at) => ({ params: { ...about(at), enrolmentId: at.room.enrolments.student } }),
      [[teachers, states]],
      files,
    ),
  }),
  ...route("api/classes/[classId]/export.zip", { GET: always(ofClass, teachers, files) }),
  ...route("api/classes/[classId]/gradebook.csv", { GET: always(ofClass, teachers, files) }),
  ...route("api/classes/[classId]/gradebook.xlsx", { GET: always(ofClass, teachers, files) }),
  ...route("api/classes/[classId]/students/[enrolmentId]/report.csv", {
    GET: always(ofStudent, teachers, files),
  }),
  ...route("api/classes/[classId]/students/[enrolmentId]/report.pdf", {
    GET: always(ofStudent, teachers, files),
  }),
  // The right answers are in it.
  ...route("api/lessons/[lessonId]/file", {
    GET: [always(ofLesson("draft"), maker, files), always(ofLesson("shared"), anyTeacher, files)],
  }),
  ...route("api/lessons/[lessonId]/quiz", {
    GET: [
      always(ofLesson("draft", "format=gift"), maker, files),
      always(ofLesson("shared", "format=csv"), anyTeacher, files),
    ],
  }),
]

const workRoutes = [
  ...route("api/attempts", {
    POST: during(
      (at) => ({ json: about(at) }),
      [
        [own, ["fresh", "sitting"]],
        [classmate, whileOpen],
      ],
    ),
  }),
  ...route("api/attempts/[attemptId]/responses", {
    PUT: during(
      (at) => ({
        params: ofAttempt(at),
        json: {
          responses: [{ itemId: at.room.items[1]?.itemId, saveNumber: 2, value: { text: "silence" } }],
        },
      }),
      [[own, ["sitting"]]],
    ),
  }),
  // Handed in twice is handed in once.
  ...route("api/attempts/[attemptId]/submit", {
    POST: during(
      (at) => ({ params: ofAttempt(at), headers: { "idempotency-key": "the matrix presses" } }),
      [[own, ["sitting", ...onceHandedIn]]],
    ),
  }),
  ...route("api/assignments/[assignmentId]/place", {
    PUT: during(
      (at) => ({
        params: about(at),
        json: { sentenceId: at.room.sentenceIds[2], sentencesRead: 3 },
      }),
      [[students, onceOpen]],
    ),
  }),
  // A draft is its teacher's alone and gives nobody anything: it may be begun before the quiz is handed in.
  ...route("api/assignments/[assignmentId]/grade-draft", {
    PUT: during(
      (at) => ({
        params: about(at),
        json: {
          itemId: at.room.items[4]?.itemId,
          attemptId: at.sitting.attemptId,
          number: 1,
          grade: { levels: {}, comment: "So far." },
          basedOn: at.sitting.gradeId,
        },
      }),
      [[teachers, ["sitting", ...onceHandedIn]]],
    ),
  }),
  ...route("api/assignments/[assignmentId]/pulse", {
    GET: during(ofAssignment(), [[staff, states]], files),
  }),
  ...route("api/assignments/[assignmentId]/prompts/[promptId]/posts", {
    POST: during(
      (at) => ({
        params: { ...about(at), promptId: at.sitting.otherPromptId },
        json: { clientKey: v4(), move: "claim", body: "It is." },
      }),
      writers,
    ),
  }),
  ...route("api/posts/[postId]/replies", {
    POST: during(
      ({ sitting }) => ({
        params: { postId: sitting.posts.peer },
        json: { clientKey: v4(), move: "challenge", body: "Is it?" },
      }),
      writers,
    ),
  }),
  ...route("api/assignments/[assignmentId]/prompts/[promptId]/events", {
    GET: during(
      (at) => ({ params: { ...about(at), promptId: at.sitting.promptId } }),
      [
        [students, onceOpen],
        [staff, states],
      ],
      files,
    ),
  }),
]

/** A text as the screen sends it: what is not given is empty. */
const typed = (readingId: string) =>
  Object.fromEntries(Object.entries(readingInput({ readingId })).map(([name, value]) => [name, value ?? ""]))

/** What is everybody's own. */
const ownRoutes = [
  ...route("api/account/own-data.zip", { GET: always(() => ({}), signedIn, files) }),
  ...route("api/notices/events", { GET: always(() => ({}), signedIn, files) }),
  // Leads to the post's page, which says itself who may see it.
  ...route("notices/[noticeId]", {
    GET: during(({ sitting }) => ({ params: { noticeId: sitting.noticeId } }), [[own, whileSeen]], files),
  }),
  // A mail program asks, with a token that nobody has.
  ...route("api/unsubscribe/[token]", { POST: always(() => ({ params: { token: v4() } }), everybody) }),
  ...route("sign-out", { GET: always(() => ({}), everybody), POST: always(() => ({}), everybody) }),
]

const textRoutes = [
  ...route("teach/readings/draft", {
    POST: always(() => ({ bytes: "A text.\n\nOf two lines." }), anyTeacher),
  }),
  ...route("teach/readings/save", { POST: always(() => ({ json: typed(v4()) }), anyTeacher) }),
  ...route("teach/readings/[readingId]/revisions", {
    POST: always(
      ({ room }) => ({
        json: {
          ...typed(room.reading.readingId),
          baseRevisionId: room.reading.revisionId,
        },
      }),
      maker,
    ),
  }),
  ...route("teach/library/from-file/plan", {
    POST: always(({ room }) => ({ bytes: room.lessonFile, query: "name=lesson.json" }), anyTeacher),
  }),
  ...route("teach/library/from-file/save", {
    POST: always(
      ({ room }) => ({ bytes: room.lessonFile, query: `name=lesson.json&request=${v4()}` }),
      anyTeacher,
    ),
  }),
]

/** Answered by next-auth, which only runs inside Next: tests/e2e/access.spec.ts asks it. */
export const elsewhere = ["api/auth/[...nextauth]#GET", "api/auth/[...nextauth]#POST"]

export const routeLines: readonly ActionLine[] = [...exportRoutes, ...workRoutes, ...ownRoutes, ...textRoutes]

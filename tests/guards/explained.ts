/**
 * Why a guard may be left out and no test fails: by its file and the beginning of its text. What is not explained here is a
 * hole in the tests.
 */
export type Explanation = { file: string; text: string; why: string }

const OFFERED =
  "It decides what a page offers. The action behind it asks again, and is asked for by everybody in the matrix."
const SECOND =
  "A second lock. The statement before it finds nothing for whoever may not, which the matrix and the pairs of databases try."
const TOGETHER = "Asked beside another permission that the same people have."
const AGAIN = "Asked a second time under the lock, for whoever lost the role in between."
const FEW = "It is given who teaches somewhere by what calls it."
const HALF = "Half done it leaves a session whose token nobody was given; whoever signs in tries again."
const SAID = "An operator's command: it says that it failed, and run again it does the whole."

const PAGE =
  "What the page loads gives nothing to whoever may not see it: left out, the page fails. In a browser everybody opens it."

const by = (why: string, places: Record<string, readonly string[]>): Explanation[] =>
  Object.entries(places).flatMap(([file, texts]) => texts.map((text) => ({ file, text, why })))

export const explained: Explanation[] = [
  ...by(OFFERED, {
    "app/teach/classes/page.tsx": ['can(viewer, "class.create")'],
    "app/teach/page.tsx": ['can(viewer, "class.create")'],
    "app/teach/lessons/[lessonId]/editor-part.tsx": ["!item || (type && readOnly)"],
    "app/teach/lessons/[lessonId]/import/page.tsx": ["!lesson?.mayEdit || lesson.archived"],
    "lib/classroom/server/load-class.ts": ['can(viewer, "accommodation.see"', 'can(viewer, "results.see"'],
    "lib/discussion/server/load-argument-map.ts": ['can(viewer, "post.write"'],
    "lib/discussion/server/load-kept-class.ts": ['can(viewer, "class.freeze"', 'can(viewer, "norms.edit"'],
    "lib/discussion/server/load-thread.ts": ['can(viewer, "post.write"', 'can(viewer, "post.hide"'],
    "lib/results/server/load-gradebook.ts": ['can(viewer, "gradebook.edit"'],
    "lib/results/server/load-results.ts": [
      'can(viewer, "assignment.release"',
      'can(viewer, "assignment.edit"',
      'can(viewer, "results.grade"',
    ],
  }),
  ...by(SECOND, {
    "lib/discussion/server/hear-thread.ts": ['can(asker, "post.see"'],
    "lib/discussion/server/keep-norms.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/let-through.ts": ['can(viewer, "post.review"'],
    "lib/discussion/server/load-argument-map.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/load-citable-posts.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/load-citable-sentences.ts": ['can(viewer, "assignment.see"'],
    "lib/discussion/server/load-discussion.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/load-how-it-is-kept.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/load-notices.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/load-post-place.ts": ['can(viewer, "post.write"'],
    "lib/discussion/server/load-posting-place.ts": ['can(viewer, "post.write"'],
    "lib/discussion/server/load-restating-place.ts": ['can(viewer, "post.write"'],
    "lib/discussion/server/load-stance-step.ts": ['can(viewer, "assignment.see"'],
    "lib/discussion/server/load-worries.ts": ['can(viewer, "worry.take"'],
    "lib/discussion/server/lock-thread.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/open-notice.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/post-reply.ts": ['can(viewer, "post.see"'],
    "lib/discussion/server/save-moved-by.ts": ['can(viewer, "assignment.see"'],
    "lib/lesson/server/copy-lesson-to-reading.ts": ['can(viewer, "lesson.copy"'],
    "lib/lesson/server/copy-lesson.ts": ['can(viewer, "lesson.copy"'],
    "lib/lesson/server/load-bank-choices.ts": ['can(viewer, "lesson.edit"'],
    "lib/lesson/server/load-bank.ts": ['can(viewer, "lesson.see"'],
    "lib/lesson/server/take-item.ts": ['can(viewer, "lesson.see"'],
  }),
  ...by(PAGE, {
    "app/a/[assignmentId]/discuss/page.tsx": ["!decision.ok || !kept.ok"],
    "app/teach/assignments/[assignmentId]/students/[enrolmentId]/page.tsx": ["row"],
    "app/teach/classes/[classId]/open-class.ts": ["room"],
    "app/teach/lessons/[lessonId]/export/page.tsx": ["!lesson || !placed"],
    "app/teach/lessons/[lessonId]/load-editor.ts": ["!revision || !checked"],
    "app/teach/lessons/[lessonId]/questions/[itemId]/page.tsx": ["!lesson || !history"],
  }),
  ...by(TOGETHER, {
    "lib/classroom/server/copy-class.ts": ['can(viewer, "class.create")'],
    "lib/lesson/server/load-bank.ts": ['can(viewer, "lesson.create")'],
    "lib/lesson/server/install-lesson.ts": ['can(viewer, "lesson.create")'],
    "lib/lesson/server/import-lesson.ts": ['can(viewer, "lesson.create")', 'can(viewer, "reading.create")'],
    "lib/results/server/load-results.ts": ['can(viewer, "appeal.see"'],
    "lib/results/server/save-discussion-grade.ts": ['can(viewer, "alias.reveal"'],
  }),
  ...by(AGAIN, {
    "lib/results/server/set-override.ts": ['can(viewer, "gradebook.edit"'],
    "lib/results/server/take-back-override.ts": ['can(viewer, "gradebook.edit"'],
  }),
  {
    file: "lib/results/server/load-student-report.ts",
    text: "found.ok && found.value.report.works.length === 0",
    why: "Opening a cell and setting a score ask for the work again; taking one back finds no role for a cell that is not there.",
  },
  {
    file: "lib/results/server/save-grade.ts",
    text: "decision.ok",
    why: "What is decided before it has refused an answer without a rubric, so there always is one: it tells the compiler.",
  },
  ...by(FEW, {
    "lib/lesson/server/assign-lesson.ts": ['can(viewer, "assignment.create"'],
    "lib/lesson/server/clashing-assignments.ts": ['can(viewer, "assignment.edit"'],
  }),
  ...by(HALF, {
    "lib/classroom/server/sign-in-people.ts": ["database().$transaction((tx) => startSession"],
    "lib/classroom/server/sign-in.ts": ["database().$transaction((tx) => startSession"],
  }),
  ...by(SAID, {
    "lib/classroom/server/commands.ts": ["database().$transaction((tx) => dropSecondFactor"],
  }),
]

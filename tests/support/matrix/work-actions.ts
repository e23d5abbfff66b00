import { v4 } from "uuid"
import { optionOf } from "@/tests/support/factories-results"
import { rubricOf } from "@/tests/support/long-items"
import { who } from "./actors"
import { always, during, folder, type Place, withArgs } from "./line"
import { onceHandedIn, onceOpen, states, whenShown, whileOpen, whileSeen } from "./states"
import { quizOf } from "./world"

// What students do with the text, the quiz and their stance, and what teachers do with what came of it.

const { own, classmate, students, teachers, staff, signedIn, anyTeacher } = who

/** Of the student's own released results. The classmate has none. */
const ownShown = [
  [own, whenShown],
  [classmate, []],
] as const

const sentence = ({ room }: Place) => room.sentenceIds[1] ?? ""
const about = ({ sitting }: Place) => ({ assignmentId: sitting.assignmentId })
const item = (at: Place, index: number) => ({ ...about(at), itemId: at.room.items[index]?.itemId ?? "" })

export const studentActions = [
  ...folder("a/[assignmentId]/read", {
    saveNoteAction: during(
      (at) => ({ ...about(at), noteId: v4(), sentenceId: sentence(at), mark: "none", body: "Why?" }),
      [[students, onceOpen]],
    ),
    removeNoteAction: during(({ sitting }) => ({ noteId: sitting.noteId }), [[own, whileSeen]]),
    restoreNoteAction: during(({ sitting }) => ({ noteId: sitting.noteId }), [[own, whileSeen]]),
    finishReadingAction: withArgs(during(about, [[students, onceOpen]]), ({ sitting }) => [
      sitting.assignmentId,
    ]),
  }),
  ...folder("a/[assignmentId]/results", {
    makeAppealAction: during((at) => ({ ...item(at, 0), reason: "It means the same." }), ownShown),
    withdrawAppealAction: during((at) => item(at, 1), ownShown),
    replyToGradeAction: during((at) => ({ ...item(at, 4), id: v4(), body: "The last." }), ownShown),
  }),
  ...folder("a/[assignmentId]/practice", {
    answerPracticeAction: during(
      (at) => ({
        ...about(at),
        rehearsalId: at.sitting.rehearsalId,
        position: 1,
        value: { option: optionOf(quizOf(at.room, at.sitting.assignment), 0, 0) },
      }),
      ownShown,
    ),
    startPracticeAction: withArgs(during(about, ownShown), ({ sitting }) => [sitting.assignmentId, "retry"]),
  }),
  ...folder("home", {
    seeOpenedNameAction: withArgs(
      during(({ sitting }) => sitting.revealId, [[own, states]]),
      ({ sitting }) => [sitting.revealId],
    ),
    dismissRecallAction: withArgs(during(about, ownShown), ({ sitting }) => [
      sitting.assignmentId,
      "one_week",
    ]),
  }),
  ...folder("a/[assignmentId]/stance", {
    saveStanceAction: during(
      (at) => ({
        ...about(at),
        moment: "after_reading",
        declined: false,
        position: 1,
        confidence: 2,
        reason: "",
      }),
      [
        [own, whileOpen],
        // Has said it already.
        [classmate, []],
      ],
    ),
    // Only the classmate has moved.
    saveMovedByAction: during(
      (at) => ({ ...about(at), moment: "after_discussion", by: { kind: "nothing" } }),
      [
        [classmate, whileOpen],
        [own, []],
      ],
    ),
    loadNameablePostsAction: during(
      (at) => ({ ...about(at), find: "" }),
      [
        [students, onceOpen],
        [staff, states],
      ],
      { reads: true },
    ),
  }),
]

const overCell = (at: Place) => ({
  ...about(at),
  classId: at.room.class.id,
  enrolmentId: at.room.enrolments.student,
})

export const resultActions = [
  ...folder("teach/assignments/[assignmentId]", {
    acceptLateAction: during(({ sitting }) => ({ attemptId: sitting.attemptId }), [[teachers, onceHandedIn]]),
    nudgeStudentsAction: during(
      (at) => ({ ...about(at), enrolmentIds: [at.room.enrolments.student] }),
      [[teachers, states]],
    ),
    releaseResultsAction: during(about, [[teachers, states]]),
    reopenAttemptAction: during(
      ({ sitting }) => ({ attemptId: sitting.attemptId, minutes: 10 }),
      [[teachers, ["handedIn"]]],
    ),
    startQuizAction: during((at) => ({ ...about(at), started: true }), [[teachers, states]]),
    // Its answer is the page, which asks itself who may see it.
    bringResultsAction: during(about, [[signedIn, states]]),
  }),
  ...folder("teach/assignments/[assignmentId]/appeals", {
    answerAppealAction: during(
      (at) => ({
        ...item(at, 1),
        attemptId: at.sitting.attemptId,
        outcome: "declined",
        answer: "It does not mean the same.",
        points: null,
      }),
      [[teachers, onceHandedIn]],
    ),
  }),
  ...folder("teach/assignments/[assignmentId]/items/[itemId]/fix", {
    applyFixAction: during(
      (at) => ({
        ...item(at, 2),
        fix: { kind: "points", points: 3 },
        reason: "",
        basedOn: at.sitting.fix.basedOn,
      }),
      [[teachers, states]],
    ),
    undoFixAction: during(
      (at) => ({ ...item(at, 2), batchId: at.sitting.fix.batchId }),
      [[teachers, states]],
    ),
  }),
  ...folder("teach/classes/[classId]/gradebook", {
    // What was put away is in no gradebook.
    openCellAction: during(overCell, [[staff, whileSeen]], { reads: true }),
    setOverrideAction: during(
      (at) => ({
        ...overCell(at),
        basedOn: null,
        kind: "points",
        value: "5",
        reason: "Agreed.",
        reasonShown: false,
      }),
      [[teachers, whileSeen]],
    ),
    takeBackOverrideAction: during(
      (at) => ({
        ...overCell(at),
        enrolmentId: at.room.enrolments.classmate,
        basedOn: at.sitting.overrideId,
        reason: "A slip.",
        reasonShown: false,
      }),
      [[teachers, whileSeen]],
    ),
    saveGradebookSettingsAction: always(
      ({ room }) => ({
        classId: room.class.id,
        version: 0,
        words: { late: "", excused: "", missing: "" },
        missingCounts: "never",
        categories: [],
        placed: {},
      }),
      teachers,
    ),
  }),
  ...folder("teach/assignments/[assignmentId]/grade", {
    loadBankAction: always(() => ({}), anyTeacher, { reads: true }),
    keepBankCommentAction: always(() => ({ id: v4(), body: "Cite it." }), anyTeacher),
    // Somebody else's comment is not there for them: nothing goes, and nothing is said of it.
    dropBankCommentAction: always(({ room }) => ({ id: room.bankCommentId }), anyTeacher),
    setGradingRulesAction: during(
      (at) => ({ ...about(at), asksSecond: true, holds: true }),
      [[teachers, states]],
    ),
    releaseGradesAction: during(about, [[teachers, states]]),
    answerGradeReplyAction: during(
      (at) => ({ ...item(at, 4), attemptId: at.sitting.attemptId, id: v4(), body: "Yes." }),
      [[teachers, onceHandedIn]],
    ),
    saveGradeAction: during((at) => gradeOf(at), [[teachers, onceHandedIn]]),
    saveGradeHereAction: during((at) => gradeOf(at), [[teachers, onceHandedIn]]),
  }),
]

function gradeOf(at: Place) {
  const { criteria } = rubricOf(quizOf(at.room, at.sitting.assignment), 4)
  return {
    ...item(at, 4),
    attemptId: at.sitting.attemptId,
    levels: Object.fromEntries(criteria.map(({ id, levels }) => [id, levels[2]?.id ?? ""])),
    comment: "Now it does.",
    basedOn: at.sitting.gradeId,
    saveNumber: 1,
    draftNumber: null,
  }
}

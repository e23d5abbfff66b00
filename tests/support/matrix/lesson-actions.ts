import { v4 } from "uuid"
import { USUAL_POLICY } from "@/lib/lesson/quiz-policy"
import { blankItem } from "@/lib/quiz/authored-item"
import { withOptions } from "@/tests/support/factories-quiz"
import { who } from "./actors"
import { always, during, folder, type Place } from "./line"
import { states } from "./states"

// Who may make and change lessons: whoever owns them. Colleagues see what is shared, copy it and sign it off.

const { maker, colleagues, anyTeacher, teachers } = who

const base = ({ room }: Place) => ({ lessonVersionId: room.draft.lessonVersionId, editNumber: 0 })
const edit = (more: object | ((at: Place) => object)) =>
  always((at) => ({ base: base(at), ...(typeof more === "function" ? more(at) : more) }), maker)

const GIFT = "::One:: Is it neutral? {=No ~Yes}"

function newItem() {
  const blank = withOptions(blankItem("single", v4), ["Yes", "No"])
  const [right] = (blank.content as { options: { id: string }[] }).options
  return {
    ...blank,
    prompt: "Is it neutral?",
    key: { answer: right?.id ?? "", evidence: { quotes: [], sentenceIds: [] } },
  }
}

const later = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, "2026-01-01T00:00".length)
const dates = () => ({ opensAt: later(1), dueAt: later(3), closesAt: later(4) })
const about = ({ sitting }: Place) => ({ assignmentId: sitting.assignmentId })

export const lessonActions = [
  ...folder("teach/lessons/[lessonId]", {
    savePromptsAction: edit({ prompts: ["What is left out?", "Why?"] }),
    saveStanceStatementAction: edit({ stanceStatement: "It was neutral." }),
    saveSidePacketsAction: edit({ packetFor: "It was.", packetAgainst: "It was not." }),
    saveGlossaryAction: edit({
      terms: [{ term: "abstention", forms: [], partOfSpeech: null, definition: "Not voting." }],
    }),
    saveBackgroundAction: edit({ notes: [{ sentenceId: null, body: "It was in February." }] }),
    saveLessonDetailsAction: edit({ title: "Other", shared: true }),
    saveItemAction: edit(() => ({ item: newItem() })),
    arrangeItemsAction: edit(({ room }) => ({ itemIds: [room.draft.itemId] })),
    layOutItemsAction: edit(({ room }) => ({
      act: { kind: "makePool", itemIds: [room.draft.itemId], name: "Pool", draw: 1 },
    })),
    changeItemsAction: edit(({ room }) => ({
      itemIds: [room.draft.itemId],
      change: { kind: "points", points: 2 },
    })),
    signOffLessonAction: always(
      ({ room }) => ({
        base: { lessonVersionId: room.shared.lesson.lessonVersionId, editNumber: 0 },
        note: "",
      }),
      colleagues,
    ),
    takeBackSignOffAction: always(({ room }) => ({ lessonId: room.shared.lesson.lessonId }), colleagues),
    archiveLessonAction: always(({ room }) => ({ lessonId: room.draft.lessonId, archived: true }), maker),
    assignLessonAction: always(
      ({ room }) => ({
        clientKey: v4(),
        lessonVersionId: room.shared.lesson.lessonVersionId,
        classIds: [room.class.id],
        ...dates(),
        ...USUAL_POLICY,
        postNames: "pseudonyms",
      }),
      teachers,
    ),
  }),
  ...folder("teach/lessons/[lessonId]/import", {
    planQuizAction: always(
      ({ room }) => ({ lessonVersionId: room.draft.lessonVersionId, format: "gift", pasted: GIFT }),
      maker,
      { reads: true },
    ),
    importQuizAction: always(
      (at) => ({
        lessonId: at.room.draft.lessonId,
        base: base(at),
        numbers: [1],
        format: "gift",
        pasted: GIFT,
      }),
      maker,
    ),
  }),
  ...folder("teach/lessons/[lessonId]/own-copy", {
    copyLessonToReadingAction: always(
      ({ room }) => ({
        requestId: v4(),
        lesson: room.shared.lesson.lessonId,
        readingId: room.reading.readingId,
      }),
      maker,
    ),
  }),
  ...folder("teach/lessons/[lessonId]/questions/[itemId]", {
    bringBackItemAction: edit(({ room }) => ({
      itemId: room.draft.itemId,
      itemVersionId: room.draft.earlierVersionId,
    })),
  }),
  ...folder("teach/lessons/new", {
    createLessonAction: always(
      ({ room }) => ({
        requestId: v4(),
        readingId: room.reading.readingId,
        title: "New",
        stanceStatement: null,
        prompts: [],
      }),
      maker,
    ),
  }),
  ...folder("teach/library", {
    takeFirstLessonAction: always(() => ({}), anyTeacher),
    copyLessonAction: always(
      ({ room }) => ({ requestId: v4(), lessonId: room.shared.lesson.lessonId }),
      anyTeacher,
    ),
  }),
  ...folder("teach/library/questions", {
    takeItemAction: edit(({ room }) => ({ itemId: room.shared.items[0]?.itemId ?? "" })),
  }),
  ...folder("teach/assignments/[assignmentId]/settings", {
    editAssignmentAction: during(
      (at) => ({ ...about(at), ...dates(), ...USUAL_POLICY }),
      [[teachers, states]],
    ),
    extendStudentAction: during(
      (at) => ({
        ...about(at),
        enrolmentId: at.room.enrolments.student,
        dueAt: later(5),
        closesAt: later(6),
        extraMinutes: 5,
        excused: false,
        reason: "Ill.",
      }),
      [[teachers, states]],
    ),
    withdrawExtensionAction: during(
      (at) => ({ ...about(at), enrolmentId: at.room.enrolments.student }),
      [[teachers, states]],
    ),
    releaseResultsAction: during(about, [[teachers, states]]),
    archiveAssignmentAction: during((at) => ({ ...about(at), archived: true }), [[teachers, states]]),
    setDiscussionRulesAction: during(
      (at) => ({
        ...about(at),
        ownPostBy: "",
        requiresRestatement: true,
        byGroups: false,
        premoderated: true,
        slowSeconds: 0,
      }),
      [[teachers, states]],
    ),
  }),
]

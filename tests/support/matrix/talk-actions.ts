import { firstRubric } from "@/lib/results/server/first-rubric"
import { who } from "./actors"
import { always, during, folder, type Place } from "./line"
import { onceOpen, type State, states, whileOpen, whileSeen } from "./states"

// Who may do what in a discussion. Students keep to its dates, staff do not; where it was put away nobody writes.

const { own, classmate, students, teachers, staff } = who

const readers = [
  [students, onceOpen],
  [staff, states],
] as const
/** Whoever hid a post does not decide about it. */
const judges = teachers.filter((actor) => actor !== "coTeacher")
const notSealed = states.filter((state) => state !== "sitting")
const sealed: readonly State[] = ["sitting"]

const about = ({ sitting }: Place) => ({ assignmentId: sitting.assignmentId })
const atPrompt = (at: Place) => ({ ...about(at), promptId: at.sitting.promptId })
const inClass = ({ room }: Place) => ({ classId: room.class.id })
const post =
  (name: keyof Place["sitting"]["posts"], more: object = {}) =>
  ({ sitting }: Place) => ({ postId: sitting.posts[name], ...more })

const why = { reason: "Off the point." }

export const talkActions = [
  ...folder("a/[assignmentId]/discuss", {
    loadCitablePostsAction: during((at) => ({ ...atPrompt(at), find: "" }), readers, { reads: true }),
    loadSentencesAction: during(about, readers, { reads: true }),
    loadNewPostsAction: during((at) => ({ ...atPrompt(at), after: 0 }), readers, { reads: true }),
    loadChangedPostsAction: during((at) => ({ ...atPrompt(at), seqs: [1] }), readers, { reads: true }),
    // Staff choose for themselves whom they answer.
    skipOfferAction: during(post("peer"), [[students, whileOpen]]),
    editPostAction: during(post("own", { body: "I think he is wrong." }), [[own, whileOpen]]),
    takeBackPostAction: during(post("own"), [[own, whileOpen]]),
    putBackPostAction: during(post("gone"), [[own, whileOpen]]),
    loadPostHistoryAction: during(
      post("own"),
      [
        [own, whileSeen],
        [staff, states],
      ],
      { reads: true },
    ),
    answerRestatementAction: during(post("restated", { number: 1, answer: "yes" }), [[own, whileOpen]]),
    rewordRestatementAction: during(post("rewordable", { number: 1, words: "It is not neutral." }), [
      [own, whileOpen],
    ]),
    settleRestatementAction: during(post("rewordable", { number: 1, ruling: "fair" }), [
      [teachers, whileSeen],
    ]),
    reportPostAction: during(post("own", { kind: "unkind", reason: "It hurts." }), [
      [classmate, whileSeen],
      [own, []],
    ]),
    hidePostAction: during(post("own", why), [[staff, states]]),
    showPostAction: during(post("hidden"), [[staff, states]]),
    openNameAction: during(post("peer", why), [[teachers, sealed]]),
    dismissReportsAction: during(post("own"), [[staff, states]]),
    letThroughAction: during(({ sitting }) => ({ postIds: [sitting.posts.held] }), [[staff, states]]),
    letAllThroughAction: during(about, [[staff, states]]),
    returnPostAction: during(post("own", why), [[staff, states]]),
    resendPostAction: during(post("returned", { body: "This is why." }), [[own, whileOpen]]),
    clearPostFlagsAction: during(post("own"), [[staff, states]]),
    takeWorryAction: during(post("worried"), [[staff, states]]),
    acceptNormsAction: during((at) => ({ ...about(at), number: 0 }), [[students, whileSeen]]),
    lockThreadAction: during((at) => ({ ...atPrompt(at), ...why }), [[staff, states]]),
    unlockThreadAction: during(atPrompt, [[staff, states]]),
    freezeClassAction: always((at) => ({ ...inClass(at), reason: "" }), staff),
    unfreezeClassAction: always(inClass, staff),
    appealActAction: during(post("hidden", { words: "It is on the point." }), [[own, whileSeen]]),
    answerAppealAction: during(
      ({ sitting }) => ({ actId: sitting.appealId, grant: true, answer: "You are right." }),
      [[judges, states]],
    ),
  }),
  ...folder("teach/assignments/[assignmentId]/worries", {
    openPrivateAction: during(post("worried", { reason: "I am worried." }), [[teachers, states]], {
      reads: true,
    }),
  }),
  ...folder("teach/assignments/[assignmentId]/discussion", {
    // Under sealed names nobody is graded.
    saveDiscussionGradeAction: during((at) => discussionGrade(at), [[teachers, notSealed]]),
    saveDiscussionGradeHereAction: during((at) => discussionGrade(at), [[teachers, notSealed]]),
    saveDiscussionRubricAction: during(
      (at) => ({ ...about(at), basedOn: 0, rubric: { ...firstRubric("en").rubric, guidelines: "Be fair." } }),
      [[teachers, states]],
    ),
  }),
]

function discussionGrade(at: Place) {
  const { number, rubric } = firstRubric("en")
  const levels = Object.fromEntries(rubric.criteria.map(({ id, levels: [first] }) => [id, first?.id ?? ""]))
  return {
    ...about(at),
    enrolmentId: at.room.enrolments.student,
    rubricNumber: number,
    levels,
    comment: "",
    basedOn: null,
  }
}

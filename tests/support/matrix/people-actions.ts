import { who } from "./actors"
import { always, folder, never, withArgs } from "./line"
import { ROSTER, rosterFile, sealOfRoster, sealOfRosterFile } from "./roster-seal"
import { PASSWORD } from "./world"

// Who may do what with people, classes and the school. See lib/access/permissions.ts and design: an administrator runs the
// school, a teacher their own classes; an assistant lets nobody in and hands nothing out.

const { signedIn, office, anyStudent, anyTeacher, teachersAndOffice, makerAndOffice, teachers } = who
const everybody = [
  ...signedIn,
  "nobody",
  "signedOut",
  "expired",
  "closed",
  "handed",
  "handedTeacher",
] as const
/** Also who has to choose a password first. */
const anyAccount = [...signedIn, "handed", "handedTeacher"] as const
const grownUps = signedIn.filter((actor) => !anyStudent.includes(actor))

const NEW_PASSWORD = "seven otters cross the river"
const granted = {
  timeMultiplier: 1.5,
  extraMinutes: 10,
  noTimeLimit: false,
  extraAttempts: 0,
  extraDays: 0,
  readAloud: false,
  largerType: true,
}
const settings = {
  inApp: [],
  byMail: [],
  mails: false,
  digestAt: "17:00",
  quietFrom: "21:00",
  quietTo: "07:00",
}

const account = folder("account", {
  changePasswordAction: always(() => ({ current: PASSWORD, password: NEW_PASSWORD }), anyAccount),
  beginSecondFactorAction: always(() => ({ current: PASSWORD }), grownUps),
  // Nobody has begun one, and there is no provider.
  confirmSecondFactorAction: never(() => ({ code: "123456" }), signedIn),
  endSecondFactorAction: never(() => ({ current: PASSWORD, code: "123456" }), signedIn),
  beginLinkAction: never(() => ({ current: PASSWORD }), signedIn),
  unlinkAction: never(() => ({ current: PASSWORD }), signedIn),
  // Brings the page again, which asks who it is for.
  showAccountAgain: withArgs(
    always(() => null, everybody),
    () => [],
  ),
  signOutEverywhereAction: always(() => ({}), anyAccount),
})

const office_ = [
  ...folder("admin/people", {
    createPersonAction: always(() => ({ displayName: "Noor Ahmadi", role: "teacher" }), office),
    resetPersonPasswordAction: always(({ room }) => ({ userId: room.newcomer.id }), office),
    clearSecondFactorAction: always(({ room }) => ({ userId: room.newcomer.id }), office),
    disablePersonAction: always(({ room }) => ({ userId: room.newcomer.id }), office),
    erasePersonAction: always(
      ({ room }) => ({ userId: room.newcomer.id, typed: room.newcomer.userName }),
      office,
    ),
    enablePersonAction: always(({ room }) => ({ userId: room.newcomer.id }), office),
  }),
  ...folder("admin/school", {
    editSchoolAction: always(() => ({ schoolName: "Hill School", timeZone: "Asia/Karachi" }), office),
  }),
]

const doors = [
  ...folder("sign-in", {
    signInAction: always(
      ({ room }) => ({ name: room.people.classmate.userName, password: PASSWORD }),
      everybody,
    ),
  }),
  ...folder("set-up/[token]", {
    // There is a school already.
    setUpAction: never(
      () => ({
        token: "no-such-token",
        schoolName: "Mine",
        timeZone: "UTC",
        displayName: "Eve Adams",
        userName: "eve.adams",
        password: NEW_PASSWORD,
      }),
      everybody,
    ),
  }),
  ...folder("join", {
    joinAction: always(({ room }) => ({ code: room.class.joinCode }), anyStudent),
    registerAction: always(
      ({ room }) => ({
        code: room.class.joinCode,
        displayName: "Sana Iqbal",
        userName: "sana.iqbal",
        password: NEW_PASSWORD,
      }),
      everybody,
    ),
  }),
  ...folder("notices", {
    markNoticesSeenAction: always(({ sitting }) => ({ upTo: sitting.noticeId }), signedIn),
    saveNoticeSettingsAction: always(() => settings, signedIn),
  }),
]

const classes = [
  ...folder("teach/classes", {
    createClassAction: always(() => ({ className: "Grade 9 A" }), anyTeacher),
  }),
  ...folder("teach/classes/[classId]", {
    letInAction: always(({ room }) => ({ enrolmentId: room.enrolments.pending }), teachersAndOffice),
    declineAction: always(({ room }) => ({ enrolmentId: room.enrolments.pending }), teachersAndOffice),
    removeAction: [
      always(({ room }) => ({ enrolmentId: room.enrolments.student }), teachersAndOffice),
      // Whoever was added cannot take out whoever added them, nor each other.
      always(({ room }) => ({ enrolmentId: room.enrolments.handedTeacher }), makerAndOffice),
    ],
    resetPasswordAction: always(({ room }) => ({ enrolmentId: room.enrolments.student }), teachersAndOffice),
    resetManyAction: always(
      ({ room }) => ({ classId: room.class.id, enrolmentIds: [room.enrolments.student] }),
      teachersAndOffice,
    ),
    copyAction: always(({ room }) => ({ classId: room.class.id, className: "Next year" }), teachersAndOffice),
    rotateCodeAction: always(({ room }) => ({ classId: room.class.id }), teachersAndOffice),
    joinRulesAction: always(({ room }) => ({ classId: room.class.id, locked: true }), teachersAndOffice),
    renameAction: always(({ room }) => ({ classId: room.class.id, className: "Other" }), teachersAndOffice),
    archiveAction: always(({ room }) => ({ classId: room.class.id }), makerAndOffice),
    restoreAction: always(({ room }) => ({ classId: room.class.id }), makerAndOffice),
    setAccommodationAction: always(
      ({ room }) => ({
        classId: room.class.id,
        enrolmentIds: [room.enrolments.student],
        accommodation: granted,
      }),
      teachersAndOffice,
    ),
    addStaffAction: always(
      ({ room }) => ({ classId: room.class.id, name: room.newcomer.userName, role: "assistant" }),
      teachersAndOffice,
    ),
    planRosterAction: always(({ room }) => ({ classId: room.class.id, pasted: ROSTER }), teachersAndOffice, {
      reads: true,
    }),
    addRosterAction: always(
      ({ room }) => ({ classId: room.class.id, pasted: ROSTER, seal: sealOfRoster() }),
      teachersAndOffice,
    ),
    planRosterFileAction: always(
      ({ room }) => ({ classId: room.class.id, file: rosterFile() }),
      teachersAndOffice,
      {
        reads: true,
      },
    ),
    addRosterFileAction: always(
      ({ room }) => ({ classId: room.class.id, file: rosterFile(), seal: sealOfRosterFile() }),
      teachersAndOffice,
    ),
  }),
  ...folder("teach/classes/[classId]/groups", {
    makeGroupsAction: always(
      ({ room }) => ({ classId: room.class.id, by: "size", count: 2 }),
      teachersAndOffice,
    ),
    addGroupAction: always(({ room }) => ({ classId: room.class.id }), teachersAndOffice),
    moveStudentAction: always(
      ({ room }) => ({
        classId: room.class.id,
        enrolmentId: room.enrolments.student,
        groupId: room.groups[0],
      }),
      teachersAndOffice,
    ),
    placeStudentsAction: always(
      ({ room }) => ({ classId: room.class.id, enrolmentIds: [room.enrolments.student] }),
      teachersAndOffice,
    ),
    renameGroupAction: always(
      ({ room }) => ({ classId: room.class.id, groupId: room.groups[0], name: "Herons" }),
      teachersAndOffice,
    ),
    removeGroupAction: always(
      ({ room }) => ({ classId: room.class.id, groupId: room.groups[0] }),
      teachersAndOffice,
    ),
    undoGroupsAction: always(({ room }) => ({ classId: room.class.id }), teachersAndOffice),
  }),
  ...folder("teach/classes/[classId]/watch-list", {
    addWatchWordAction: [
      always(({ room }) => ({ classId: room.class.id, word: "gibberish" }), teachers),
      always(() => ({ classId: null, word: "gibberish" }), office),
    ],
    removeWatchWordAction: [
      always(({ room }) => ({ wordId: room.watchWordId }), teachers),
      always(({ room }) => ({ wordId: room.schoolWordId }), office),
    ],
  }),
  ...folder("teach/classes/[classId]/discussions", {
    saveNormsAction: always(
      ({ room }) => ({ classId: room.class.id, text: "Be kind.\nBe brief." }),
      teachers,
    ),
    saveHelpLineAction: always(({ room }) => ({ classId: room.class.id, helpLine: "Room 12" }), teachers),
  }),
]

/** What server actions do with people, classes and the school. */
export const peopleActions = [...account, ...office_, ...doors, ...classes]

import { describe, expect, it } from "vitest"
import { can, type Facts, type Permission, permissions } from "./permissions"
import type { SchoolRole } from "./viewer"

/** The people of the table below, left to right. */
const columns: [name: string, role: SchoolRole, facts: Facts][] = [
  ["administrator, not in the class", "administrator", {}],
  ["administrator who teaches the class", "administrator", { classRole: "teacher" }],
  ["teacher, not of the class", "teacher", {}],
  ["teacher of the class", "teacher", { classRole: "teacher" }],
  ["teacher who made the class", "teacher", { classRole: "teacher", isOwner: true }],
  [
    "teacher of the class, about its student",
    "teacher",
    { classRole: "teacher", personIsStudentOfClass: true },
  ],
  ["teacher who owns the lesson", "teacher", { isOwner: true }],
  ["teacher, the lesson is shared", "teacher", { isShared: true }],
  ["teacher, about another class's student", "teacher", { personIsStudentOfClass: true }],
  ["assistant, not of the class", "assistant", {}],
  ["assistant of the class", "assistant", { classRole: "assistant", personIsStudentOfClass: true }],
  ["student, not of the class", "student", {}],
  ["student of the class", "student", { classRole: "student" }],
  ["student of the class, own work", "student", { classRole: "student", isOwner: true }],
  ["student who left, own work", "student", { classRole: null, isOwner: true }],
  ["student with a forged class role", "student", { classRole: "teacher", isOwner: true, isShared: true }],
]

/** Written by hand from the design, not from the code. y = may, . = may not. */
const expected: Record<Permission, string> = {
  //                      admin  teacher        assist student
  "school.edit": /*      */ "yy ....... .. .....",
  "people.see": /*       */ "yy ....... .. .....",
  "people.create": /*    */ "yy ....... .. .....",
  "people.resetPassword": /**/ "yy ....... .. .....",
  "people.clearSecondFactor": /**/ "yy ....... .. .....",
  "people.disable": /*   */ "yy ....... .. .....",
  "people.erase": /*     */ "yy ....... .. .....",
  "status.see": /*       */ "yy ....... .. .....",
  "class.create": /*     */ "yy yyyyyyy .. .....",
  "class.see": /*        */ "yy .yyy... .y .....",
  "class.edit": /*       */ "yy .yyy... .. .....",
  "class.archive": /*    */ "yy ..y.... .. .....",
  "class.join": /*       */ ".. ....... .. yyyyy",
  "roster.see": /*       */ "yy .yyy... .y .....",
  "roster.add": /*       */ "yy .yyy... .. .....",
  "roster.approve": /*   */ "yy .yyy... .. .....",
  "roster.remove": /*    */ "yy .yyy... .. .....",
  "roster.addStaff": /*  */ "yy .yyy... .. .....",
  "roster.removeStaff": /**/ "yy ..y.... .. .....",
  "roster.resetPassword": /**/ "yy ...y... .. .....",
  "groups.edit": /*      */ "yy .yyy... .. .....",
  "accommodation.see": /**/ "yy .yyy... .y .....",
  "accommodation.set": /**/ "yy ...y... .. .....",
  "reading.create": /*   */ "yy yyyyyyy .. .....",
  "reading.see": /*      */ ".. ..y.yy. .. .....",
  "reading.edit": /*     */ ".. ..y.y.. .. .....",
  "lesson.create": /*    */ "yy yyyyyyy .. .....",
  "lesson.see": /*       */ ".. ..y.yy. .. .....",
  "lesson.edit": /*      */ ".. ..y.y.. .. .....",
  "lesson.copy": /*      */ ".. ..y.yy. .. .....",
  "lesson.assign": /*    */ ".. ..y.yy. .. .....",
  "lesson.signOff": /*   */ ".. .....y. .. .....",
  "assignment.create": /**/ ".y .yyy... .. .....",
  "assignment.see": /*   */ ".y .yyy... .y .yy..",
  "assignment.edit": /*  */ ".y .yyy... .. .....",
  "assignment.release": /**/ ".y .yyy... .. .....",
  "assignment.preview": /**/ ".y .yyy... .y .....",
  "attempt.take": /*     */ ".. ....... .. .yy..",
  "attempt.see": /*      */ ".y .yyy... .y ..y..",
  "results.see": /*      */ ".y .yyy... .y .....",
  "results.grade": /*    */ ".y .yyy... .. .....",
  "results.regrade": /*  */ ".y .yyy... .. .....",
  "gradebook.edit": /*   */ ".y .yyy... .. .....",
  "commentBank.use": /*  */ "yy yyyyyyy .. .....",
  "gradeReply.write": /* */ ".. ....... .. ..y..",
  "practice.take": /*    */ ".. ....... .. ..y..",
  "appeal.make": /*      */ ".. ....... .. ..y..",
  "appeal.see": /*       */ ".y .yyy... .y ..y..",
  "appeal.decide": /*    */ ".y .yyy... .. .....",
  export: /*             */ ".y .yyy... .. .....",
  "note.write": /*       */ ".. ....... .. .yy..",
  "note.see": /*         */ ".. ....... .. ..y..",
  "discussion.setRules": ".y .yyy... .. .....",
  "post.write": /*       */ ".y .yyy... .y .yy..",
  "post.see": /*         */ ".y .yyy... .y .yy..",
  "post.report": /*      */ ".. ....... .. .yy..",
  "restatement.settle": /**/ ".y .yyy... .. .....",
  "post.hide": /*        */ ".y .yyy... .y .....",
  "post.review": /*      */ ".y .yyy... .y .....",
  "watchList.see": /*    */ "yy .yyy... .y .....",
  "watchList.edit": /*   */ ".y .yyy... .. .....",
  "watchList.editSchool": /* */ "yy ....... .. .....",
  "thread.lock": /*      */ ".y .yyy... .y .....",
  "class.freeze": /*     */ ".y .yyy... .y .....",
  "norms.edit": /*       */ ".y .yyy... .. .....",
  "worry.take": /*       */ ".y .yyy... .y .....",
  "ledger.see": /*       */ ".y .yyy... .y .....",
  "postAppeal.make": /*  */ ".. ....... .. ..y..",
  "postAppeal.decide": /**/ ".y .yyy... .. .....",
  "privateText.open": /* */ ".y .yyy... .. .....",
  "privateText.audit": /**/ "yy ....... .. .....",
  "alias.reveal": /*     */ ".y .yyy... .. .....",
  "name.open": /*        */ ".y .yyy... .. .....",
  "stance.take": /*      */ ".. ....... .. .yy..",
  "stanceSummary.see": /**/ ".y .yyy... .y .yy..",
}

describe("the permission table", () => {
  it.each(permissions)("%s is allowed to exactly the people the design names", (permission) => {
    const marks = expected[permission].replaceAll(" ", "")
    expect(marks).toHaveLength(columns.length)
    const allowed = columns.filter(([, role, facts]) =>
      can({ role, mustChangePassword: false }, permission, facts),
    )
    const meant = columns.filter((_, index) => marks[index] === "y")
    expect(allowed.map(([name]) => name)).toEqual(meant.map(([name]) => name))
  })

  it("has a line in this test for every permission, and none besides", () => {
    expect(Object.keys(expected).sort()).toEqual([...permissions].sort())
  })

  it("allows nothing at all to somebody who has not yet changed a handed-out password", () => {
    const allowed = permissions.filter((permission) =>
      columns.some(([, role, facts]) => can({ role, mustChangePassword: true }, permission, facts)),
    )
    expect(allowed).toEqual([])
  })

  it("counts a fact that is not given as no", () => {
    const student = { role: "student", mustChangePassword: false } as const
    expect(permissions.filter((permission) => can(student, permission))).toEqual(["class.join"])
  })
})

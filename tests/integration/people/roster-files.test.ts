import { zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { addRosterFile } from "@/lib/classroom/server/add-roster"
import { importRosterCommand } from "@/lib/classroom/server/import-roster-command"
import { planRosterFile } from "@/lib/classroom/server/plan-roster"
import { readRosterFile } from "@/lib/classroom/server/read-roster-file"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClassroom, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeWorkbook, workbookParts } from "@/tests/support/workbook"

useTestDatabase()

const fileOf = (content: string | Uint8Array) =>
  new Blob([typeof content === "string" ? content : new Uint8Array(content)])
const textBytes = (text: string) => new TextEncoder().encode(text)

describe("a class list in a file", () => {
  it("is looked at without changing anything, then adds and renames as it was shown", async () => {
    const room = await makeClassroom()
    const viewer = await viewerFor(room.teacher)
    const known = room.students[0]
    const file = fileOf(
      `Last name;First name;User name\r\nSiddiqui;Amina;${known.userName}\r\nAhmed;Bilal;\r\n;;\r\n;123;`,
    )
    const input = { classId: room.class.id, file }
    const before = await database().user.findMany({ orderBy: { id: "asc" } })
    const plan = allowed(await planRosterFile(viewer, input))
    expect(plan.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "changed"],
      [3, "new"],
      [5, "refused"],
    ])
    expect(await database().user.findMany({ orderBy: { id: "asc" } })).toEqual(before)
    const added = allowed(await addRosterFile(viewer, { ...input, seal: plan.seal }))
    expect(added).toMatchObject({ changed: 1, slips: [{ displayName: "Bilal Ahmed" }] })
    expect(await database().user.findUnique({ where: { id: known.id } })).toMatchObject({
      displayName: "Amina Siddiqui",
      userName: known.userName,
      role: "student",
    })
    const events = await database().event.findMany({ where: { classId: room.class.id } })
    expect(events.map(({ kind }) => kind).sort()).toEqual(["class.rosterAdded", "people.renamed"])
    expect(
      JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain("Siddiqui")
  })

  it("is carried out as it was looked at, or not at all", async () => {
    const room = await makeClassroom()
    const viewer = await viewerFor(room.teacher)
    const known = room.students[0]
    const file = fileOf(`Name,User name\nAmina Siddiqui,${known.userName}\nNobody Yet,`)
    const input = { classId: room.class.id, file }
    const { seal } = allowed(await planRosterFile(viewer, input))
    await database().user.update({ where: { id: known.id }, data: { displayName: "Changed Meanwhile" } })
    expectRefusal(await addRosterFile(viewer, { ...input, seal }), "conflict", "people.rosterChanged")
    expectRefusal(await addRosterFile(viewer, { ...input, seal: "" }), "conflict", "people.rosterChanged")
    expect(await database().user.findUnique({ where: { id: known.id } })).toMatchObject({
      displayName: "Changed Meanwhile",
    })
    expect(await database().user.count({ where: { displayName: "Nobody Yet" } })).toBe(0)
  })

  // Threat: role raised through input; object by id.
  it("touches no staff, nobody of another class, and nobody who only asked to join", async () => {
    const room = await makeClassroom()
    const elsewhere = await makeUser("student")
    const asking = await makeUser("student")
    await enrol(room.class.id, asking.id, "student", { state: "pending" })
    const viewer = await viewerFor(room.teacher)
    const rows = [room.teacher, room.assistant, elsewhere, asking].map(
      ({ userName }) => `Renamed,${userName}`,
    )
    const file = fileOf(["Name,User name,Role", ...rows.map((row) => `${row},administrator`)].join("\n"))
    const plan = allowed(await planRosterFile(viewer, { classId: room.class.id, file }))
    expect(plan.lines.map((line) => (line.outcome === "refused" ? line.fault : line.outcome))).toEqual([
      "userNameTaken",
      "userNameTaken",
      "userNameTaken",
      "waiting",
    ])
  })

  it("is forbidden to assistants and students, and the class unknown to strangers, before the file is read", async () => {
    const room = await makeClassroom()
    const input = { classId: room.class.id, file: fileOf("Name\nForbidden Fruit"), seal: "any" }
    for (const act of [planRosterFile, addRosterFile]) {
      expectRefusal(await act(await viewerFor(room.assistant), input), "forbidden", "people.notAllowed")
      expectRefusal(await act(await viewerFor(room.students[0]), input), "forbidden", "people.notAllowed")
      expectRefusal(await act(await makeViewer("teacher"), input), "missing", "people.classMissing")
    }
    expect(await database().user.count({ where: { displayName: "Forbidden Fruit" } })).toBe(0)
  })
})

describe("a workbook", () => {
  it("is read as the text its cells show, a formula as its last result", async () => {
    const bytes = makeWorkbook([
      ["City School", null],
      [],
      ["Student", "User name", "Grade"],
      [{ formula: 'A9&" Khan"', result: "Amina Khan" }, "amina.k", 10],
      ["=1+1", null, null],
      ["أمينة خان", null, 10],
    ])
    const roster = allowed(await readRosterFile(bytes))
    expect(roster.people.map(({ line, displayName }) => [line, displayName])).toEqual([
      [4, "Amina Khan"],
      [6, "أمينة خان"],
    ])
    expect(roster.refused).toMatchObject([{ line: 5, fault: "notAName" }])
  })

  // Threat: XXE, zip slip, bomb.
  it("that is built to hurt is refused in a sentence, and soon", async () => {
    const sheet = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`
    const zip = (xml: string, more: Record<string, Uint8Array> = {}) =>
      zipSync({ ...workbookParts(xml), ...more })
    const bombs: [string, Uint8Array][] = [
      ["a gigabyte of nothing", zip(sheet(""), { "xl/styles.xml": new Uint8Array(60_000_000) })],
      ["a cell far out", zip(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))],
      ["a cell far out, in disguise", zip(sheet('<row r="&#49;048576"><c r="A1"><v>1</v></c></row>'))],
      ["entities", zip(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheet("")}`)],
      ["no workbook at all", zipSync({ "word/document.xml": new Uint8Array(10) })],
      ["a broken package", makeWorkbook([["Name"], ["Amina Khan"]]).slice(0, 300)],
      ["a path out of it", zipSync({ "../../xl/workbook.xml": new Uint8Array(3) })],
    ]
    for (const [what, bytes] of bombs) {
      expect(bytes.length, what).toBeLessThan(500_000)
      expectRefusal(await readRosterFile(bytes), "invalid", "people.rosterFileUnreadable")
    }
  })

  it("of the old kind, an empty file and a large one are refused in sentences of their own", async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)
    expectRefusal(await readRosterFile(old), "invalid", "people.rosterFileOld")
    expectRefusal(await readRosterFile(new Uint8Array()), "invalid", "people.rosterFileMissing")
    expectRefusal(await readRosterFile(new Uint8Array(500_001)), "too-large", "people.rosterFileLarge")
    expectRefusal(await readRosterFile(Uint8Array.of(1, 0, 2)), "invalid", "people.rosterFileUnreadable")
  })
})

describe("colloquy import-roster", () => {
  it("lists added, changed, unchanged and refused rows, and with --dry-run changes nothing", async () => {
    const room = await makeClassroom()
    const [known, same] = room.students
    const bytes = textBytes(
      `Name,User name,Email\nNew Name,${known.userName},\n${same.displayName},,\nOmar Farooq,,omar@x.example\n123,,`,
    )
    const wanted = { bytes, classId: room.class.publicId }
    const dry = allowed(await importRosterCommand({ ...wanted, dryRun: true }))
    expect(dry).toMatchObject({
      class: { id: room.class.publicId, name: room.class.name },
      added: [{ row: 4, displayName: "Omar Farooq", email: "omar@x.example" }],
      changed: [{ row: 2, before: { displayName: known.displayName }, after: { displayName: "New Name" } }],
      unchanged: [{ row: 3, userName: same.userName }],
      refused: [{ row: 5, fault: "notAName" }],
    })
    expect(dry.added[0]).not.toHaveProperty("password")
    expect(await database().user.count({ where: { displayName: { in: ["New Name", "Omar Farooq"] } } })).toBe(
      0,
    )
    const done = allowed(await importRosterCommand({ ...wanted, dryRun: false }))
    expect(done.added[0]?.password).toMatch(/^[a-z]+-/)
    expect(await database().user.count({ where: { displayName: { in: ["New Name", "Omar Farooq"] } } })).toBe(
      2,
    )
    const again = allowed(await importRosterCommand({ ...wanted, classId: room.class.id, dryRun: false }))
    expect(again).toMatchObject({ added: [], changed: [], unchanged: [{ row: 2 }, { row: 3 }, { row: 4 }] })
  })

  it("refuses a class that is not there", async () => {
    await makeClassroom()
    for (const classId of ["nosuch00", "00000000-0000-7000-8000-000000000000"])
      expectRefusal(
        await importRosterCommand({ bytes: textBytes("Name\nA B"), classId, dryRun: true }),
        "missing",
        "people.classUnknown",
      )
  })
})

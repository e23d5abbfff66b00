import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readCsv } from "./roster-csv"
import { readRosterTable } from "./roster-table"
import { isUserName } from "./user-name"

const read = (text: string) => readRosterTable(readCsv(text))
const named = (text: string) => read(text).people.map(({ displayName }) => displayName)

describe("a class list in a table", () => {
  it("takes its columns in any order, by any usual name, and passes over the others", () => {
    const roster = read(
      "SIS ID,E-Mail Address,Surname,Grade,Given name(s),Login ID\n77,Amina@X.example,Khan,10,Amina,amina.k",
    )
    expect(roster.heading).toContain("Surname")
    expect(roster.people).toEqual([
      { line: 2, displayName: "Amina Khan", userName: "amina.k", email: "amina@x.example" },
    ])
  })

  it.each([
    ["Nachname;Vorname;E-Mail-Adresse\nMüller;Jürgen;j@x.example", "Jürgen Müller"],
    ["Prénom\tNom\nÉlodie\tLefèvre", "Élodie Lefèvre"],
    ["Apellidos,Nombre\nGarcía Márquez,Gabriel", "Gabriel García Márquez"],
    ["STUDENT'S NAME\nKhan, Amina", "Amina Khan"],
    ['Student\n"Khan, Amina"', "Amina Khan"],
    ["Last name|First name\nKhan|Amina", "Amina Khan"],
    ["sep=;\nName;Email\nAmina Khan;a@x.example", "Amina Khan"],
    ["\ufeffName,Email\nAmina Khan,a@x.example", "Amina Khan"],
  ])("reads %j", (text, expected) => expect(named(text)).toEqual([expected]))

  it("finds its heading below a title, and says what it passed over", () => {
    const roster = read("City School;;\nGrade 10 B;2026;\n\nFirst name;Last name;Class\nAmina;Khan;10 B")
    expect(roster.people).toMatchObject([{ line: 5, displayName: "Amina Khan" }])
    expect(roster.heading).toBe("City School / Grade 10 B, 2026 / First name, Last name, Class")
  })

  it("without a heading reads each row like a pasted line", () => {
    const roster = read("Khan,Amina,amina@x.example\nBilal Ahmed\n")
    expect(roster.heading).toBeNull()
    expect(roster.people.map(({ displayName }) => displayName)).toEqual(["Amina Khan", "Bilal Ahmed"])
  })

  it("keeps names in right-to-left scripts whole, without the marks that turn them", () => {
    expect(named("Name\n\u202bأمينة خان\u202c\n\u200fعلی رضا\nخان، أمينة")).toEqual(["أمينة خان", "علی رضا"])
    expect(read("Name\nخان، أمينة").people).toMatchObject([{ displayName: "أمينة خان" }])
  })

  it("refuses a bad row with its number and its reason, and takes the rest", () => {
    const roster = read(
      [
        "Name,Email,User name",
        "Amina Khan,amina@x.example,amina.k",
        ",lost@x.example,",
        "Bilal Ahmed,bilal@,",
        "",
        "Amina Khan,amina@x.example,amina.k",
        '"=HYPERLINK(""http://evil.example"")",,',
        "Chen Li,,no spaces please",
        "Dina Roy,,",
      ].join("\n"),
    )
    expect(roster.people.map(({ line, displayName }) => [line, displayName])).toEqual([
      [2, "Amina Khan"],
      [9, "Dina Roy"],
    ])
    expect(roster.refused.map(({ line, fault }) => [line, fault])).toEqual([
      [3, "noName"],
      [4, "badEmail"],
      [6, "twiceInList"],
      [7, "notAName"],
      [8, "badUserName"],
    ])
  })

  it("does not guess where a comma without quotes pushed a row out of its columns", () => {
    const roster = read("Name,Grade\nKhan, Amina, 10\nBilal Ahmed,10,,\n")
    expect(roster.refused).toMatchObject([{ line: 2, fault: "tooManyCells" }])
    expect(roster.people).toMatchObject([{ line: 3, displayName: "Bilal Ahmed" }])
  })

  it("takes two people of one name where user names or addresses tell them apart", () => {
    const text = "Name,Email,User name\nAli Khan,a1@x.example,\nAli Khan,a2@x.example,\nAli Khan,,\n"
    const roster = read(text)
    expect(roster.people.map(({ line }) => line)).toEqual([2, 3])
    expect(roster.refused).toMatchObject([{ line: 4, fault: "twiceInList" }])
  })

  it("reads an address in the column of user names as an address", () => {
    expect(read("Name,Username\nAmina Khan,amina@x.example").people).toEqual([
      { line: 2, displayName: "Amina Khan", email: "amina@x.example" },
    ])
  })
})

describe("a CSV file with faults of its own", () => {
  it("loses nobody to a quote that was left open", () => {
    const roster = read(
      'Name,Email\n"Amina Khan,a@x.example\nBilal Ahmed,b@x.example\nChen "Cee" Li,c@x.example',
    )
    expect(roster.people.map(({ displayName }) => displayName)).toContain("Bilal Ahmed")
    expect(roster.people.length + roster.refused.length).toBe(3)
  })

  it("loses nobody to two quotes that swallow the rows between them", () => {
    const roster = read('Name,Email\n"Amina Khan,a@x.example\nBilal Ahmed,b@x.example\nChen Li,"c@x.example')
    expect(roster.people.length + roster.refused.length).toBe(3)
    expect(roster.people.map(({ displayName }) => displayName)).toContain("Bilal Ahmed")
  })

  it("reads an address that runs over two lines, and numbers the rows after it by their lines", () => {
    const roster = read(
      'Name,Home,Email\nAmina Khan,"1 High St\nKarachi",a@x.example\nBilal Ahmed,,b@x.example',
    )
    expect(roster.people.map(({ line, displayName }) => [line, displayName])).toEqual([
      [2, "Amina Khan"],
      [4, "Bilal Ahmed"],
    ])
  })

  it("accounts for every filled row, whatever it holds", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom('"', "Name", "Khan, Amina", "a@x.example", "first name", "\u202b"),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }), (cells) => {
        const rows = cells.map((each, index) => ({ row: index + 1, cells: each }))
        const { people, refused, heading } = readRosterTable(rows)
        const lines = [...people, ...refused].map(({ line }) => line)
        expect(new Set(lines).size).toBe(lines.length)
        for (const person of people) if (person.userName) expect(isUserName(person.userName)).toBe(true)
        const filled = rows.filter(({ cells: each }) =>
          each.some(
            (text) => text.replace(/[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "") !== "",
          ),
        ).length
        if (heading === null) expect(lines).toHaveLength(filled)
        else expect(lines.length).toBeLessThan(filled)
      }),
    )
  })

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        read(text)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a,";\t\n\r =]{0,80}$/), (text) => {
        read(text)
      }),
    )
  })
})

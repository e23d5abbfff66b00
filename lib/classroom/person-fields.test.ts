import { describe, expect, it } from "vitest"
import { newPasswordFault, personFault } from "./person-fields"

describe("personFault", () => {
  it("finds nothing wrong with ordinary people", () => {
    expect(personFault({ displayName: "Amina Khan", userName: "amina", email: "amina@x.example" })).toBeNull()
    expect(personFault({ displayName: "李明" })).toBeNull()
  })
  it.each([
    [{ displayName: "" }, "people.displayNameMissing", "displayName"],
    [{ displayName: "x".repeat(81) }, "people.displayNameLong", "displayName"],
    [{ displayName: "<img src=x>" }, "people.displayNameLetters", "displayName"],
    [{ displayName: "Amina", userName: "a b" }, "people.userNameForm", "userName"],
    [{ displayName: "Amina", email: "amina@" }, "people.emailForm", "email"],
  ])("names the field of %j", (fields, code, field) => {
    expect(personFault(fields)).toEqual({ code, field })
  })
})

describe("newPasswordFault", () => {
  it("refuses what anyone who knows the person would try", () => {
    const fault = newPasswordFault("amina2011", "student", { displayName: "Amina Khan", userName: "amina.k" })
    expect(fault).toEqual({ code: "people.passwordEasy", field: "password" })
  })
})

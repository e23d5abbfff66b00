import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { createElement, Fragment } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { cutPage, fillPage, type StandIn } from "./page-slots"

const standIn: StandIn = {
  displayName: "9f86d081884c7d659a2feaa0c55ad015",
  userId: "4c7d659a-2fea-4a0c-955a-d015a3bf4f1b",
  nonce: "a3bf4f1b2b0b822cd15d6c15b0f00a08",
  hidden: "b822cd15-d6c1-45b0-800a-089f86d08188",
}

/** As Next writes a piece of React's data into a page. */
const inScript = (data: string): string =>
  JSON.stringify([1, data]).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )

type Who = Pick<StandIn, "displayName" | "userId" | "nonce">

/** React's data doubles a dollar at the beginning of a text. */
const asData = (text: string) => (text.startsWith("$") ? `$${text}` : text)

/** A page in the manner of ours, made for somebody: their name as text, as an attribute, and within the data, alone and in a sentence. */
function pageFor({ displayName, userId, nonce }: Who): string {
  const head = createElement(
    "button",
    { type: "button", "aria-label": `Account of ${displayName}`, title: displayName },
    displayName,
  )
  const markup = renderToStaticMarkup(
    createElement(Fragment, null, head, createElement("p", null, displayName)),
  )
  const data = JSON.stringify([
    "$",
    "$L2",
    null,
    { name: asData(displayName), personId: userId, said: `of ${displayName}.` },
  ])
  const push = (piece: string) => `<script nonce="${nonce}">self.__next_f.push(${inScript(piece)})</script>`
  return `<html><script src="/a.js" nonce="${nonce}"></script>${markup}${push(data)}${push("more")}</html>`
}

const names = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    "$1",
    "$L2",
    "</script><script>",
    'O"Neil \\ & <b>',
    "\u2028\u2029",
    "محمد",
    "a\\nb",
    "'$&'",
  ),
)

describe("a page made for a stand-in", () => {
  it("becomes byte for byte the page of whoever is put in, whatever their name", () => {
    const cut = cutPage(pageFor(standIn), standIn)
    if (!cut) throw new Error("not cut")
    fc.assert(
      fc.property(names, (displayName) => {
        const who = { displayName, userId: randomUUID(), nonce: "q+/8fA==" }
        expect(fillPage(cut, who)).toBe(pageFor(who))
      }),
      { numRuns: 500 },
    )
  })

  it("has nothing of the stand-in left, and of the one before nothing either", () => {
    const cut = cutPage(pageFor(standIn), standIn)
    if (!cut) throw new Error("not cut")
    const first = { displayName: "Blue Heron", userId: randomUUID(), nonce: "first" }
    fillPage(cut, first)
    const page = fillPage(cut, { displayName: "Grey Owl", userId: randomUUID(), nonce: "second" })
    for (const word of [...Object.values(standIn), ...Object.values(first)]) expect(page).not.toContain(word)
  })

  it("is nobody else's where it shows what is hidden", () => {
    expect(cutPage(`${pageFor(standIn)}<a href="/of/${standIn.hidden}">`, standIn)).toBeNull()
  })

  it("is not taken where a seam of its data cuts a name in two", () => {
    const [begin, end] = [standIn.displayName.slice(0, 9), standIn.displayName.slice(9)]
    const seam = `"])</script><script nonce="${standIn.nonce}">self.__next_f.push([1,"`
    const page = pageFor(standIn)
    expect(cutPage(page.replace("more", `one${seam}two`), standIn)).not.toBeNull()
    expect(cutPage(page.replace("more", `${begin}${seam}${end}`), standIn)).toBeNull()
  })
})

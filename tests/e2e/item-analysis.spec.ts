import { parse } from "csv-parse/sync"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"

const assignment = async () => {
  const { id } = await database().assignment.findFirstOrThrow({
    where: {
      class: { createdBy: { userName: "lindqvist" } },
      lessonVersion: { lesson: { slug: "fake-neutrality" } },
    },
    orderBy: { createdAt: "asc" },
  })
  return id
}

test("a teacher learns which questions to look at, how each figure is made, and takes the same along", async ({
  page,
  signIn,
}) => {
  await signIn("teacher")
  await page.goto(`/teach/assignments/${await assignment()}/items`)
  await expect(page.getByText(/^\S+ of \S+ work\. Look at questions? [\d, and]+ before you/)).toBeVisible()
  const table = page.getByRole("table", { name: "Questions and how the class answered them" })
  const first = table.locator("tbody tr").first()
  await expect(first.getByRole("img", { name: /percent right, interval \d+ to \d+ percent/ })).toBeVisible()
  await expect(
    first.getByRole("img", { name: /correlation −?[\d.]+ with the other questions, interval/ }),
  ).toBeVisible()
  await expect(first.getByRole("img", { name: /of the upper group/ })).toBeVisible()
  await table.getByRole("button", { name: "Separates readers?: how it is worked out" }).click()
  const note = page.getByRole("note", { name: "Separates readers?: how it is worked out" })
  await expect(note).toContainText("Fisher")
  await expectNoAxeViolations(page)
  await page.keyboard.press("Escape")
  await expect(note).toBeHidden()

  const pair = page.locator("#question-5")
  await expect(pair.getByText(/^Whoever chose A looked most often at \d+\.\d+: \d+ of \d+\.$/)).toBeVisible()
  const proof = pair.getByRole("table", { name: "Where did each answer look for proof?" })
  await proof.locator("summary").first().click()
  await expect(proof.getByRole("link").first()).toBeVisible()

  const mean = page.getByText(/^On average [\d.]+ of \d+ points/)
  await expect(mean).toBeVisible()
  await expect(page.getByText("Reliability (Cronbach’s alpha)").first()).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("button", { name: "Take it with you" }).click()
  const take = async (name: string) => {
    const href = await page.getByRole("link", { name: `${name}, CSV`, exact: true }).getAttribute("href")
    return parse(await (await page.request.get(href ?? "")).body(), { bom: true }) as string[][]
  }
  const quiz = await take("The quiz as a whole")
  const written = Number(quiz.find(([name]) => name === "Mean")?.[1])
  await expect(mean).toContainText(`On average ${Number(written.toFixed(1))} of`)
  const [head = [], line = []] = await take("Questions")
  const rest = Number(line[head.indexOf("Correlation with the rest")])
  await page.keyboard.press("Escape")
  await expect(first.getByText(rest.toFixed(2).replace("0.", "."), { exact: true })).toBeVisible()
})

test("a teacher sees where the class stumbled over the text; who marked and looked up stays unsaid", async ({
  page,
  signIn,
}) => {
  const base = `/teach/assignments/${await assignment()}`
  await signIn("teacher")
  await page.goto(`${base}/items`)
  await page.getByRole("link", { name: "Misread sentences" }).click()
  await expect(page.getByText(/^Most of all over \d+\.\d+: \d+ students cited it/)).toBeVisible()
  const table = page.getByRole("table", { name: /Sentences the class stumbled over/ })
  const first = table.locator("tbody tr").first()
  await first.locator("summary").first().click()
  await expect(first.getByRole("link", { name: /^[^Q\d]/ }).first()).toBeVisible()
  await expect(page.getByText(/^\d marked it unclear$/).first()).toBeVisible()
  await expect(page.getByText(/^“no-confidence motion”, by \d+$/).first()).toBeVisible()
  // What the notes say is their writers'.
  await expect(page.getByText("a guess! no source")).toHaveCount(0)
  await expectNoAxeViolations(page)
  await signIn("assistant")
  await page.goto(`${base}/items`)
  await expect(page.getByRole("link", { name: /as CSV$/ })).toHaveCount(0)
  await signIn("student")
  expect((await page.goto(`${base}/misread`))?.status()).toBe(403)
})

test("a word looked up goes with the place, and its card says who will know", async ({ page, signIn }) => {
  await signIn("student")
  await page.goto(`/a/${await assignment()}/read`)
  await page.waitForLoadState("networkidle")
  const word = page.locator("a.term").first()
  const termId = await word.getAttribute("data-t")
  const told = page.waitForResponse(
    (response) =>
      response.url().endsWith("/place") && (response.request().postData() ?? "").includes(termId ?? "?"),
  )
  await word.click()
  await expect(page.getByText("Those who teach you see how many looked it up")).toBeVisible()
  expect((await told).status()).toBe(200)
  expect(await database().glossaryLookup.count({ where: { termId: termId ?? "" } })).toBeGreaterThan(0)
})

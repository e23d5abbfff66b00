import type { Shot, Staging } from "@/tests/shots/page-entry"

const RULES = `
  INSERT INTO "DiscussionRules" ("assignmentId", "ownPostBy") VALUES ($1, now() + $2::interval)
  ON CONFLICT ("assignmentId") DO UPDATE SET "ownPostBy" = excluded."ownPostBy"`

/** Own answers are asked for by another moment; `from` is a distance from now. */
const ownPostFrom =
  (from: string): Staging =>
  async (db, { assignmentId }) => {
    await db.query(RULES, [assignmentId, from])
    return async () => {
      await db.query('DELETE FROM "DiscussionRules" WHERE "assignmentId" = $1', [assignmentId])
    }
  }

export const ownPostSoon = ownPostFrom("1 day")
export const ownPostPassed = ownPostFrom("-1 day")

/** The first answer of the thread leans on the post that opened it, and on a source. */
export const citing: Staging = async (db, { promptId }) => {
  const { rows } = await db.query<{ id: string; first: string }>(
    `SELECT po.id, (SELECT p.id FROM "Post" p WHERE p."threadId" = t.id ORDER BY p.seq LIMIT 1) AS first
     FROM "Thread" t JOIN "Post" po ON po."threadId" = t.id WHERE t."promptId" = $1 AND po."parentId" IS NOT NULL
     ORDER BY po.seq LIMIT 1`,
    [promptId],
  )
  const [post] = rows
  if (!post) throw new Error("nobody has answered a post")
  await db.query('INSERT INTO "PostCitation" VALUES ($1, 1, $2)', [post.id, post.first])
  await db.query(
    `INSERT INTO "SourceCitation" VALUES ($1, 1, 'How the General Assembly voted in March 2022',
       'https://example.org/assembly/2022/03/votes', 'A library of records', '2 March 2022')`,
    [post.id],
  )
  return async () => {
    await db.query('DELETE FROM "PostCitation"')
    await db.query('DELETE FROM "SourceCitation"')
  }
}

const WORDS =
  "He *says* it was a choice, and **gives a reason**:\n\n> They sent nobody.\n\n- a vote\n- a visit"

export const preview: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.getByRole("textbox", { name: "Your words" }).fill(WORDS)
  await page.getByRole("button", { name: "Preview", exact: true }).click()
  await page.getByRole("region", { name: "Preview" }).locator("strong").waitFor()
}

/** Opens the window in which a post or a source is cited. */
const pick =
  (kind: "Posts" | "A source"): Shot["act"] =>
  async (page) => {
    await page.waitForLoadState("networkidle")
    await page.getByRole("button", { name: "Cite", exact: true }).click()
    await page.getByRole("tab", { name: kind }).click()
    if (kind === "Posts") await page.getByRole("checkbox").first().waitFor()
  }

export const pickPost = pick("Posts")
export const pickSource = pick("A source")

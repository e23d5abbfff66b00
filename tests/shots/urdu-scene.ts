import { randomUUID } from "node:crypto"
import { database } from "@/lib/platform/database"
import { importReading } from "@/lib/reading/server/import-reading"
import type { Staging } from "@/tests/shots/page-entry"
import { viewerFor } from "@/tests/support/factories"

/** A text in Urdu, written for the pictures. */
const paragraphs = [
  "غیر جانبداری کا مطلب خاموشی نہیں ہے۔ جب ایک ملک دوسرے ملک پر حملہ کرتا ہے تو دنیا کے سامنے دو راستے ہوتے ہیں: بولنا یا چپ رہنا۔ چپ رہنا بھی ایک فیصلہ ہے، اور ہر فیصلے کا فائدہ کسی نہ کسی کو پہنچتا ہے۔",
  "کچھ لوگ کہتے ہیں کہ چھوٹے ملکوں کے پاس کوئی اور راستہ نہیں تھا۔ وہ گندم ایک طرف سے خریدتے ہیں اور گیس دوسری طرف سے۔ ۲ مارچ ۲۰۲۲ کو 35 ملکوں نے اقوام متحدہ (United Nations) میں ووٹ نہیں دیا۔",
  "سوال یہ ہے کہ کیا یہ واقعی غیر جانبداری تھی؟ پڑھیے، سوچیے، اور پھر اپنی بات متن کے کسی جملے سے ثابت کیجیے۔",
]

/** The teacher's reading in Urdu; its id. */
export async function addUrduReading(teacherId: string): Promise<string> {
  const readingId = randomUUID()
  const about = {
    author: "تعلیمی ٹیم",
    source: null,
    sourceUrl: null,
    publishedOn: null,
    deck: "چپ رہنا بھی ایک فیصلہ ہے۔",
    rightsNote: null,
  }
  const text = { readingId, title: "کیا خاموشی غیر جانبداری ہے؟", language: "ur", kind: "opinion" as const }
  const teacher = await viewerFor(await database().user.findUniqueOrThrow({ where: { id: teacherId } }))
  const made = await importReading(teacher, { ...text, ...about, tasks: [], paragraphs }, new Date())
  if (!made.ok) throw new Error(`no reading in Urdu: ${made.refusal.code}`)
  return readingId
}

const post =
  "میرے خیال میں یہ غیر جانبداری نہیں تھی۔ جو چپ رہتا ہے وہ بھی ایک طرف کھڑا ہوتا ہے، اور وزیر اعظم اُس دن ماسکو میں تھے۔"

/** The first post of the thread is written in Urdu. */
export const postInUrdu: Staging = async (db, { promptId }) => {
  const { rows } = await db.query<{ id: string; body: string; html: string }>(
    `SELECT p.id, p.body, p.html FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" WHERE t."promptId" = $1 ORDER BY p.seq LIMIT 1`,
    [promptId],
  )
  const [first] = rows
  if (!first) throw new Error("nobody has posted")
  const change = 'UPDATE "Post" SET body = $2, html = $3 WHERE id = $1'
  await db.query(change, [first.id, post, `<p dir="auto">${post}</p>`])
  return async () => {
    await db.query(change, [first.id, first.body, first.html])
  }
}

import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"

/** A new version of the same lesson with everything of an older one. Item versions are immutable, so they are shared. */
export async function copyVersion(tx: Transaction, fromId: string, { number }: { number: number }) {
  const id = newId()
  await tx.$executeRaw`
    INSERT INTO "LessonVersion"
      (id, "lessonId", number, title, "revisionId", "stanceStatement", "packetFor", "packetAgainst")
    SELECT ${id}::uuid, "lessonId", ${number}, title, "revisionId", "stanceStatement", "packetFor", "packetAgainst"
    FROM "LessonVersion" WHERE id = ${fromId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "ItemPool" (id, "lessonVersionId", name, draw)
    SELECT gen_random_uuid(), ${id}::uuid, name, draw FROM "ItemPool" WHERE "lessonVersionId" = ${fromId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "LessonVersionItem" ("lessonVersionId", position, "itemVersionId", "poolId")
    SELECT ${id}::uuid, i.position, i."itemVersionId", own.id
    FROM "LessonVersionItem" i
    LEFT JOIN "ItemPool" former ON former.id = i."poolId"
    LEFT JOIN "ItemPool" own ON own."lessonVersionId" = ${id}::uuid AND own.name = former.name
    WHERE i."lessonVersionId" = ${fromId}::uuid`
  await copyWords(tx, fromId, id)
  const select = { id: true, lessonId: true, revisionId: true, number: true, editNumber: true } as const
  return tx.lessonVersion.findUniqueOrThrow({ where: { id }, select })
}

/** Prompts, glossary and background notes of one version into another on the same text. */
export async function copyWords(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Prompt" (id, "lessonVersionId", position, text, "hasSides")
    SELECT gen_random_uuid(), ${toId}::uuid, position, text, "hasSides" FROM "Prompt" WHERE "lessonVersionId" = ${fromId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "GlossaryTerm" (id, "lessonVersionId", position, term, forms, "partOfSpeech", definition)
    SELECT gen_random_uuid(), ${toId}::uuid, position, term, forms, "partOfSpeech", definition
    FROM "GlossaryTerm" WHERE "lessonVersionId" = ${fromId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "BackgroundNote" (id, "lessonVersionId", position, "sentenceId", body, "writtenOn")
    SELECT gen_random_uuid(), ${toId}::uuid, position, "sentenceId", body, "writtenOn"
    FROM "BackgroundNote" WHERE "lessonVersionId" = ${fromId}::uuid`
}

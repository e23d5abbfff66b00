import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { BackgroundNoteInput, EditBase, GlossaryTermInput } from "@/lib/lesson/input"
import type { PromptLine } from "@/lib/lesson/prompt-line"
import type { SidePackets } from "@/lib/lesson/side-packets"
import { database } from "@/lib/platform/database"

/** A lesson as its newest version has it, without its items. */
export type LessonView = {
  lessonId: string
  slug: string
  ownerName: string
  shared: boolean
  archived: boolean
  /** May the viewer change it? Others may look, copy and assign. */
  mayEdit: boolean
  base: EditBase
  number: number
  sealed: boolean
  title: string
  revisionId: string
  readingId: string
  readingTitle: string
  /** Tasks the text came with, to be offered as prompts. */
  tasks: string[]
  stanceStatement: string | null
  packets: SidePackets
  prompts: PromptLine[]
  glossary: GlossaryTermInput[]
  /** `writtenOn` as "2026-11-25". */
  background: (BackgroundNoteInput & { writtenOn: string })[]
  /** Assignments of any version that are not closed or put away: their students keep what they were given. */
  runningAssignments: number
}

/** Null when there is no such lesson for this viewer. */
export async function loadLesson(viewer: Viewer, lessonId: string, now: Date): Promise<LessonView | null> {
  if (!validate(lessonId)) return null
  const row = await findNewestVersion(lessonId, viewer.userId, now)
  if (!row) return null
  const { lesson } = row
  const facts = { isOwner: lesson.ownerId === viewer.userId, isShared: lesson.shared }
  return can(viewer, "lesson.see", facts) ? viewOf(row, can(viewer, "lesson.edit", facts)) : null
}

function findNewestVersion(lessonId: string, userId: string, now: Date) {
  const running = { archivedAt: null, closesAt: { gt: now } }
  return database().lessonVersion.findFirst({
    where: { lessonId, lesson: { OR: [{ ownerId: userId }, { shared: true }] } },
    orderBy: { number: "desc" },
    include: {
      prompts: { orderBy: { position: "asc" } },
      glossary: { orderBy: { position: "asc" } },
      background: { orderBy: { position: "asc" } },
      revision: { select: { title: true, tasks: true, readingId: true } },
      lesson: {
        include: {
          owner: { select: { displayName: true } },
          versions: { select: { _count: { select: { assignments: { where: running } } } } },
        },
      },
    },
    relationLoadStrategy: "join",
  })
}

type VersionRow = NonNullable<Awaited<ReturnType<typeof findNewestVersion>>>

function viewOf(row: VersionRow, mayEdit: boolean): LessonView {
  const { lesson, revision } = row
  return {
    lessonId: lesson.id,
    slug: lesson.slug,
    ownerName: lesson.owner.displayName,
    shared: lesson.shared,
    archived: lesson.archivedAt !== null,
    mayEdit,
    base: { lessonVersionId: row.id, editNumber: row.editNumber },
    number: row.number,
    sealed: row.sealedAt !== null,
    title: row.title,
    revisionId: row.revisionId,
    readingId: revision.readingId,
    readingTitle: revision.title,
    tasks: revision.tasks,
    stanceStatement: row.stanceStatement,
    packets: { packetFor: row.packetFor, packetAgainst: row.packetAgainst },
    prompts: row.prompts.map(({ text, hasSides }) => ({ text, hasSides })),
    glossary: row.glossary.map(({ term, forms, partOfSpeech, definition }) => ({
      term,
      forms,
      partOfSpeech,
      definition,
    })),
    background: row.background.map(({ sentenceId, body, writtenOn }) => {
      return { sentenceId, body, writtenOn: writtenOn.toISOString().slice(0, 10) }
    }),
    runningAssignments: lesson.versions.reduce((sum, version) => sum + version._count.assignments, 0),
  }
}

import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { ItemVersion } from "@/components/lesson/history/item-version"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { type ItemHistory, loadItemHistory } from "@/lib/lesson/server/load-item-history"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import { bringBackItemAction } from "./actions"

type Props = { params: Promise<{ lessonId: string; itemId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.history"))("heading") }
}

/** Every version of a question: when it was written, where it stands, what changed; and bringing one back. */
export default async function ItemVersions({ params }: Props) {
  const { lessonId, itemId } = await params
  const viewer = await requireViewer(
    ["teacher", "administrator"],
    `/teach/lessons/${lessonId}/questions/${itemId}`,
  )
  const at = now()
  const [lesson, history] = await Promise.all([
    loadLesson(viewer, lessonId, at),
    loadItemHistory(viewer, { lessonId, itemId }),
  ])
  if (!lesson || !history) notFound()
  const words = await getTranslations("lesson.history")
  const { versions } = history
  const standing = versions.find(({ stands }) => stands)
  const mayBringBack = lesson.mayEdit && !lesson.archived && standing !== undefined
  const address = `/teach/lessons/${lessonId}?part=items`
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={
          <TextLink href={standing ? `${address}&item=${itemId}` : address}>
            {words(standing ? "back" : "backToAll")}
          </TextLink>
        }
        title={words("heading")}
        lead={
          <Lead prompt={versions[0]?.item.prompt ?? ""} history={history} stands={standing !== undefined} />
        }
      />
      <ol className="divide-y divide-rule border-rule border-t">
        {versions.map((version, index) => (
          <ItemVersion
            key={version.itemVersionId}
            version={version}
            former={versions[index + 1] ?? null}
            clock={{ ...viewer.school, now: at }}
            base={mayBringBack ? lesson.base : null}
            action={bringBackItemAction}
          />
        ))}
      </ol>
    </StaffPage>
  )
}

type LeadProps = { prompt: string; history: ItemHistory; stands: boolean }

async function Lead({ prompt, history: { versions, takenFrom }, stands }: LeadProps) {
  const words = await getTranslations("lesson.history")
  return (
    <>
      <span dir="auto" className="block break-words">
        {prompt}
      </span>
      <span className="block">
        {words("count", { count: versions.length })} {!stands && words("withdrawn")}{" "}
        {takenFrom && (
          <>
            {words("takenFrom")}{" "}
            <TextLink href={`/teach/lessons/${takenFrom.lessonId}?part=items&item=${takenFrom.itemId}`}>
              {takenFrom.title}
            </TextLink>
          </>
        )}
      </span>
    </>
  )
}

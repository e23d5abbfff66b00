import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ButtonLink, buttonStyle } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { urduLang } from "@/lib/reading/urdu"

type LessonHeadingProps = {
  lesson: {
    lessonId: string
    title: string
    readingTitle: string
    ownerName: string
    number: number
    mayEdit: boolean
    archived: boolean
    runningAssignments: number
  }
  /** Colleagues who have gone through it. */
  signedBy: readonly { name: string; editedSince: boolean }[]
  /** Beside the notice that the lesson is somebody else's. */
  copyButton: ReactNode
}

/** What lesson this is, what can be done with it, and who is touched by changing it. */
export function LessonHeading({ lesson, signedBy, copyButton }: LessonHeadingProps) {
  const words = useTranslations("lesson.editor")
  const exchange = useTranslations("lesson.exchange")
  const { lessonId, mayEdit, archived, runningAssignments } = lesson
  const acts = (
    <>
      <ButtonLink dense href={`/teach/lessons/${lessonId}/preview`}>
        {words("preview")}
      </ButtonLink>
      <ButtonLink dense variant="quiet" href={`/teach/lessons/${lessonId}/print`}>
        {words("print")}
      </ButtonLink>
      <ButtonLink dense variant="quiet" href={`/teach/lessons/${lessonId}/own-copy`}>
        {words("ownCopy")}
      </ButtonLink>
      <a
        href={`/api/lessons/${lessonId}/file`}
        download
        className={buttonStyle({ variant: "quiet", dense: true })}
      >
        {exchange("save")}
      </a>
      {!archived && (
        <ButtonLink dense variant="main" href={`/teach/lessons/${lessonId}/assign`}>
          {words("assign")}
        </ButtonLink>
      )}
    </>
  )
  return (
    <>
      <PageHeading
        dense
        title={lesson.title}
        lang={urduLang(lesson.title)}
        kicker={
          <span dir="auto">
            {words("lead", { reading: lesson.readingTitle })} · {words("owner", { name: lesson.ownerName })} ·{" "}
            {words("version", { number: lesson.number })}
          </span>
        }
        lead={signedBy.length > 0 && <SignedBy lessonId={lessonId} signedBy={signedBy} />}
        acts={acts}
      />
      {!mayEdit && (
        <Notice className="mb-5" acts={copyButton}>
          {words("readOnly", { name: lesson.ownerName })}
        </Notice>
      )}
      {archived && (
        <Notice kind="warning" className="mb-5">
          {words("archived")}
        </Notice>
      )}
      {mayEdit && !archived && runningAssignments > 0 && (
        <Notice className="mb-5">{words("keepVersion", { count: runningAssignments })}</Notice>
      )}
    </>
  )
}

/** Leads to what they said. "Edited since" where that holds for all of them. */
function SignedBy({ lessonId, signedBy }: Pick<LessonHeadingProps, "signedBy"> & { lessonId: string }) {
  const words = useTranslations("lesson.signOff")
  const fresh = signedBy.filter(({ editedSince }) => !editedSince)
  const names = (fresh.length > 0 ? fresh : signedBy).map(({ name }) => name).join(", ")
  return (
    <TextLink href={`/teach/lessons/${lessonId}?part=details`} className="text-13">
      {words(fresh.length > 0 ? "line" : "lineEdited", { names })}
    </TextLink>
  )
}

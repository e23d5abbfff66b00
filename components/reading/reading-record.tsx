import { useTranslations } from "next-intl"
import { NumberedSentences } from "@/components/reading/numbered-sentences"
import { RevisionChangesView } from "@/components/reading/revision-changes"
import { type RevisionEntry, RevisionList } from "@/components/reading/revision-list"
import { ButtonLink } from "@/components/ui/button"
import { Hang } from "@/components/ui/hang"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { RevisionChanges } from "@/lib/reading/compare-revisions"
import { minutesToRead } from "@/lib/reading/readability"
import type { RevisionView } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"

export type ReadingRecordView = {
  readingId: string
  isOwner: boolean
  revision: RevisionView
  isNewest: boolean
  changes: RevisionChanges | null
  revisions: RevisionEntry[]
  lessons: { lessonId: string; title: string; number: number }[]
}

/** A reading as its teacher keeps it. */
export function ReadingRecord({ reading, wasSaved }: { reading: ReadingRecordView; wasSaved: boolean }) {
  const t = useTranslations("reading")
  const { readingId, revision, isOwner, isNewest, changes } = reading
  const facts = {
    sentences: revision.sentences.length,
    words: revision.wordCount,
    minutes: minutesToRead(revision.wordCount),
  }
  return (
    <div className="max-w-narrow">
      <PageHeading
        dense
        kicker={`${t(`kind.${revision.kind}`)} · ${t("show.revision", { number: revision.number })}`}
        title={revision.title}
        lang={revision.language}
        lead={
          <>
            {revision.author && <p dir="auto">{t("page.byline", { author: revision.author })}</p>}
            <p className="text-13">{t("show.facts", facts)}</p>
          </>
        }
        acts={
          <>
            <ButtonLink variant="main" href={`/teach/lessons/new?reading=${readingId}`}>
              {t("show.makeLesson")}
            </ButtonLink>
            {isOwner && isNewest && (
              <ButtonLink href={`/teach/readings/${readingId}/edit`}>{t("show.edit")}</ButtonLink>
            )}
          </>
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {wasSaved && <Notice kind="success">{t("show.wasSaved")}</Notice>}
        {!isOwner && <Notice>{t("show.notYours")}</Notice>}
        {!isNewest && (
          <Notice
            kind="warning"
            acts={<TextLink href={`/teach/readings/${readingId}`}>{t("show.toNewest")}</TextLink>}
          >
            {t("show.older", { number: revision.number })}
          </Notice>
        )}
      </div>
      <AboutReading revision={revision} />
      {changes && (
        <Hang label={t("show.changes", { number: revision.number - 1 })}>
          <RevisionChangesView changes={changes} language={revision.language} />
        </Hang>
      )}
      <Hang label={t("show.sentences")} note={t("show.sentencesNote")}>
        <NumberedSentences isNamed sentences={revision.sentences} language={revision.language} />
      </Hang>
      {revision.tasks.length > 0 && (
        <Hang label={t("show.tasks")}>
          <ul className="grid gap-1 font-read text-17">
            {revision.tasks.map((task) => (
              <li key={task} dir="auto" lang={urduLang(task)} className="font-read">
                {task}
              </li>
            ))}
          </ul>
        </Hang>
      )}
      <Hang label={t("show.revisions")} note={t("show.revisionsNote")}>
        <RevisionList readingId={readingId} revisions={reading.revisions} shown={revision.number} />
      </Hang>
      <LessonsOn lessons={reading.lessons} />
    </div>
  )
}

function AboutReading({ revision }: { revision: RevisionView }) {
  const t = useTranslations("reading.create")
  const names = useTranslations("reading.languages")
  const { language } = revision
  const rows: [string, string | null][] = [
    [t("source"), revision.source],
    [t("sourceUrl"), revision.sourceUrl],
    [t("publishedOn"), revision.publishedOn],
    [t("language"), names.has(language as "en") ? names(language as "en") : language],
    [t("deck"), revision.deck],
    [t("rightsNote"), revision.rightsNote],
  ]
  return (
    <Hang label={t("about")}>
      <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[8rem_minmax(0,1fr)]">
        {rows.map(
          ([term, value]) =>
            value && (
              <div key={term} className="md:contents">
                <dt className="text-ink-2">{term}</dt>
                <dd dir="auto" lang={urduLang(value)} className="[overflow-wrap:anywhere]">
                  {value === revision.sourceUrl ? (
                    <TextLink external href={value} target="_blank" rel="noopener noreferrer nofollow">
                      {value}
                    </TextLink>
                  ) : (
                    value
                  )}
                </dd>
              </div>
            ),
        )}
      </dl>
    </Hang>
  )
}

function LessonsOn({ lessons }: Pick<ReadingRecordView, "lessons">) {
  const t = useTranslations("reading.show")
  return (
    <Hang label={t("lessons")}>
      {lessons.length === 0 ? (
        <p className="text-ink-2">{t("noLessons")}</p>
      ) : (
        <ul className="grid gap-1">
          {lessons.map(({ lessonId, title, number }) => (
            <li key={lessonId}>
              <TextLink href={`/teach/lessons/${lessonId}`}>{t("lessonLine", { title, number })}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Hang>
  )
}

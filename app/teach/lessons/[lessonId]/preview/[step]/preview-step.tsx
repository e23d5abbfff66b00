import { cookies } from "next/headers"
import { getTranslations } from "next-intl/server"
import { PreviewDiscuss } from "@/components/lesson/preview/preview-discuss"
import { PreviewStance } from "@/components/lesson/preview/preview-stance"
import { SidePacketsView } from "@/components/lesson/side-packets-view"
import { QuizArticle } from "@/components/quiz/sitting/quiz-article"
import { Sitting } from "@/components/quiz/sitting/sitting"
import { ReadingPage } from "@/components/reading/reading-page"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme"
import type { StepName, StepView } from "@/lib/lesson/steps"
import { now } from "@/lib/platform/clock"
import { drawItems } from "@/lib/quiz/draw-items"
import { presentItem } from "@/lib/quiz/public-item"
import { loadItemVersions } from "@/lib/quiz/server/item-cache"
import { loadGlossedArticle } from "@/lib/reading/server/load-glossed-article"
import { parseType, TYPE_COOKIE } from "@/lib/reading/type-settings"
import type { LoadedEditor } from "../../load-editor"

type StepProps = { editor: LoadedEditor; next: StepView | null }

/** The views of the student's own pages, given nothing to save with. */
export function PreviewStep({ step, ...props }: StepProps & { step: StepName }) {
  if (step === "read") return <PreviewRead {...props} />
  if (step === "quiz") return <PreviewQuiz {...props} />
  if (step === "discuss") return <PreviewDiscussion {...props} />
  return <PreviewMoment {...props} moment={step === "stance" ? "before_reading" : "after_discussion"} />
}

async function nextAct(next: StepView | null): Promise<{ href: string; label: string } | null> {
  const words = await getTranslations("lesson.steps.act")
  return next?.href ? { href: next.href, label: words(next.step) } : null
}

async function PreviewMoment({
  editor: { lesson },
  next,
  moment,
}: StepProps & { moment: "before_reading" | "after_discussion" }) {
  const step = moment === "before_reading" ? "stance" : "reflect"
  return (
    <ClientMessages rooms={["discussion.stance", "lesson.preview"]}>
      <PreviewStance
        statement={lesson.stanceStatement ?? ""}
        moment={moment}
        href={`/teach/lessons/${lesson.lessonId}/preview/${step}`}
        next={await nextAct(next)}
      />
    </ClientMessages>
  )
}

async function PreviewRead({ editor: { lesson, revision, viewer }, next }: StepProps) {
  const [article, jar, act] = await Promise.all([
    loadGlossedArticle(lesson.base.lessonVersionId, revision, { sealed: lesson.sealed }),
    cookies(),
    nextAct(next),
  ])
  return (
    <ClientMessages rooms={["reading.desk", "reading.settings", "reading.mark", "reading.page"]}>
      <ReadingPage
        revision={revision}
        article={article}
        locale={viewer.school.locale}
        settings={parseType(jar.get(TYPE_COOKIE)?.value)}
        theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
        finish={
          act && (
            <ButtonLink variant="main" href={act.href} className="mt-6">
              {act.label}
            </ButtonLink>
          )
        }
      />
    </ClientMessages>
  )
}

/** One student's draw, the same at every look. */
const SOMEBODYS = { seed: 1, shuffleItems: false, shuffleOptions: true }

async function PreviewQuiz({ editor: { viewer, lesson, revision, items } }: StepProps) {
  const words = await getTranslations("quiz.question")
  const stored = await loadItemVersions(items.map(({ itemVersionId }) => itemVersionId))
  const drawable = items.map(({ itemVersionId, item: { itemId }, pool }) => ({
    itemId: itemId ?? itemVersionId,
    itemVersionId,
    poolId: pool?.name ?? null,
    draw: pool?.draw ?? null,
  }))
  const shown = drawItems(drawable, SOMEBODYS).flatMap(({ itemVersionId, position, optionSeed }) => {
    const item = stored.get(itemVersionId)
    return item ? [presentItem(item, { position, seed: optionSeed })] : []
  })
  const { timeZone, locale } = viewer.school
  return (
    <ClientMessages rooms={["quiz"]}>
      <Sitting
        reached={null}
        rated={[]}
        title={words("title", { title: lesson.title })}
        saving={null}
        items={shown}
        answers={[]}
        sentences={[]}
        deadlineAt={null}
        graceMinutes={0}
        closesLabel={null}
        serverNow={now().toISOString()}
        shownIn={{ timeZone, locale }}
      >
        <QuizArticle html={revision.html} language={revision.language} />
      </Sitting>
    </ClientMessages>
  )
}

async function PreviewDiscussion({ editor: { viewer, lesson, revision } }: StepProps) {
  const { timeZone, locale } = viewer.school
  return (
    <ClientMessages rooms={["discussion", "lesson.preview"]}>
      <PreviewDiscuss
        prompts={lesson.prompts}
        sentences={revision.sentences.map(({ id, paragraph, ordinal, text }) => ({
          sentenceId: id,
          paragraph,
          ordinal,
          quote: text,
        }))}
        href={`/teach/lessons/${lesson.lessonId}/preview/discuss`}
        clock={{ timeZone, locale, now: now() }}
      />
      <div className="mx-auto max-w-narrow">
        <SidePacketsView packets={lesson.packets} statement={lesson.stanceStatement ?? lesson.title} />
      </div>
    </ClientMessages>
  )
}

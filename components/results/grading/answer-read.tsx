import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { type AnswerReply, ReplyThread } from "@/components/results/grading/reply-thread"
import { ClientMessages } from "@/components/ui/client-messages"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import type { OpenAnswer } from "@/lib/results/grading/build-grading"

type AnswerReadProps = {
  open: OpenAnswer
  by: "item" | "student"
  sentences: readonly SentenceView[]
  showsNames: boolean
  assignmentId: string
  clock: Clock
  answerReply: AnswerReply
}

/** What was written and what it cites; below, what the student replied to the comment on it. */
export function AnswerRead(props: AnswerReadProps) {
  const { open, by, sentences, showsNames, assignmentId, clock, answerReply } = props
  const results = useTranslations("results.grading")
  const cited = sentences.filter(({ id }) => open.sentenceIds.includes(id))
  const { number, of, studentName: name } = open
  const words = by === "student" ? (["student", "studentOf"] as const) : (["answer", "answerOf"] as const)
  return (
    <article aria-labelledby="open-answer" className="min-w-0">
      <h3 id="open-answer" dir="auto" className="mb-2 font-semibold">
        {showsNames ? results(words[1], { number, of, name }) : results(words[0], { number, of })}
      </h3>
      {open.text ? (
        <p
          dir="auto"
          lang={urduLang(open.text)}
          className="max-w-read whitespace-pre-line font-read text-17 leading-relaxed"
        >
          {open.text}
        </p>
      ) : (
        <p className="text-ink-3">{results("noWords")}</p>
      )}
      <h4 className="mt-6 mb-1 text-13 text-ink-2">{results("cites", { count: cited.length })}</h4>
      {cited.map((sentence) => (
        <p key={sentence.id} className="grid max-w-read grid-cols-[3rem_minmax(0,1fr)] items-baseline py-1">
          <span>
            <SentenceRef label={sentenceLabel(sentence)} />
          </span>
          <span dir="auto" lang={urduLang(sentence.text)} className="font-read">
            {sentence.text}
          </span>
        </p>
      ))}
      {open.replies.length > 0 && (
        <ClientMessages rooms={["results.grading"]}>
          <ReplyThread
            key={`${open.attemptId} ${open.itemId}`}
            place={{ assignmentId, attemptId: open.attemptId, itemId: open.itemId }}
            replies={open.replies.map(({ id, fromStudent, by: author, body, createdAt, readAt }) => ({
              ...{ id, fromStudent, body },
              // Whose reply it is tells whose answer it is.
              by: fromStudent ? null : author,
              at: createdAt.toISOString(),
              isUnread: fromStudent && readAt === null,
            }))}
            clock={clock}
            action={answerReply}
          />
        </ClientMessages>
      )}
    </article>
  )
}

import { useTranslations } from "next-intl"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageLink } from "@/components/ui/page-link"
import { urduLang } from "@/lib/reading/urdu"

type PromptLine = {
  promptId: string
  position: number
  text: string
  hasPosted: boolean
  isOpen: boolean
  posts: number | null
  fresh: number | null
}

type PromptListProps = {
  assignmentId: string
  prompts: readonly PromptLine[]
  /** Which of the threads of each prompt, where staff chose one: see ThreadChoice. */
  thread?: string
  /** A student without a group, where each group has its own thread. */
  needsGroup?: boolean
  mayPost: boolean
  /** The time for a first post of one's own is over. */
  isOwnOver?: boolean
}

/** The questions of an assignment. What others wrote shows in no number before one's own first post. */
export function PromptList(props: PromptListProps) {
  const { assignmentId, prompts, thread, needsGroup = false, mayPost, isOwnOver = false } = props
  const words = useTranslations("discussion.prompts")
  if (prompts.length === 0) return <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
  const next = mayPost ? prompts.find((prompt) => prompt.posts === null) : undefined
  return (
    <ol>
      {prompts.map((prompt) => (
        <li
          key={prompt.promptId}
          className="grid gap-x-8 gap-y-2 border-rule border-t py-5 md:grid-cols-[11rem_minmax(0,1fr)_auto] md:items-start"
        >
          <p className="text-13 text-ink-2 md:pt-1">{words("number", { position: prompt.position })}</p>
          <div className="min-w-0">
            <h2 dir="auto" lang={urduLang(prompt.text)} className="font-read text-20">
              <PageLink
                href={threadAddress({ assignmentId, promptId: prompt.promptId, thread })}
                className="hover:text-accent hover:underline hover:underline-offset-4"
              >
                {prompt.text}
              </PageLink>
            </h2>
            {!needsGroup && <PromptState prompt={prompt} mayPost={mayPost} isOwnOver={isOwnOver} />}
          </div>
          <ButtonLink
            variant={prompt === next ? "main" : "line"}
            href={threadAddress({ assignmentId, promptId: prompt.promptId, thread })}
            aria-label={words(prompt.posts === null && mayPost ? "answerOf" : "openOf", {
              position: prompt.position,
            })}
            className="justify-self-start"
          >
            {words(prompt.posts === null && mayPost ? "answer" : "open")}
          </ButtonLink>
        </li>
      ))}
    </ol>
  )
}

type StateProps = { prompt: PromptLine; mayPost: boolean; isOwnOver: boolean }

function PromptState({ prompt, mayPost, isOwnOver }: StateProps) {
  const words = useTranslations("discussion.prompts")
  if (prompt.posts === null)
    return <p className="mt-1 text-13 text-ink-2">{words(mayPost ? "notPosted" : "neverPosted")}</p>
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 text-13 text-ink-2">
      {isOwnOver && !prompt.hasPosted && <span>{words("missedOwn")}</span>}
      <span>{words("posts", { count: prompt.posts })}</span>
      {prompt.fresh ? (
        <span className="font-semibold text-accent">{words("fresh", { count: prompt.fresh })}</span>
      ) : null}
    </p>
  )
}

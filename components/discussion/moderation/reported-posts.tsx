import { useTranslations } from "next-intl"
import { StaffAppeal } from "@/components/discussion/moderation/appeal-parts"
import { HideDialog } from "@/components/discussion/moderation/hide-dialog"
import { useRuleWords } from "@/components/discussion/moderation/use-norms"
import { OpenName } from "@/components/discussion/names/open-name"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { TextLink } from "@/components/ui/text-link"
import type { ModeratedPost } from "@/lib/discussion/moderation/moderated-post"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { urduLang } from "@/lib/reading/urdu"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

type ReportedPostsProps = {
  assignmentId: string
  posts: readonly ModeratedPost[]
  norms: NormsView
  clock: ThreadClock
  /** `answer` is null for whoever does not answer appeals. */
  acts: { hide: Act; show: Act; dismiss: Act; take: Act; answer: Act | null }
  /** Null for who may not open a name here. */
  openName: Act | null
}

/** What students reported and what is hidden, each post with its words, the reasons, and what can be done. */
export function ReportedPosts({ posts, ...rest }: ReportedPostsProps) {
  const words = useTranslations("discussion.moderation")
  if (posts.length === 0) return null
  const isReported = (post: ModeratedPost) => post.reports.length > 0
  const reported = posts.filter(isReported)
  const hidden = posts.filter((post) => !isReported(post))
  const appeals = posts.filter((post) => post.act?.appeal && post.act.appeal.granted === null).length
  return (
    <section id="reported" aria-labelledby="reported-title" className="scroll-mt-4 border-rule border-b pb-6">
      <h2 id="reported-title" className="mt-5 font-semibold text-20">
        {words("title")}
      </h2>
      <p className="max-w-narrow text-ink-2">{words("lead")}</p>
      {appeals > 0 && <p className="mt-1 font-semibold">{words("appealed", { count: appeals })}</p>}
      <PostList title={words("reported", { count: reported.length })} posts={reported} {...rest} />
      <PostList title={words("hidden", { count: hidden.length })} posts={hidden} {...rest} />
    </section>
  )
}

function PostList({ title, posts, ...rest }: ReportedPostsProps & { title: string }) {
  if (posts.length === 0) return null
  return (
    <>
      <h3 className="mt-4 font-semibold">{title}</h3>
      <ul>
        {posts.map((post) => (
          <li key={post.id} id={`m-${post.id}`} className="scroll-mt-4 border-rule border-t py-4">
            <Entry post={post} {...rest} />
          </li>
        ))}
      </ul>
    </>
  )
}

type EntryProps = Omit<ReportedPostsProps, "posts"> & { post: ModeratedPost }

function Entry({ post, assignmentId, norms, clock, acts, openName }: EntryProps) {
  const words = useTranslations("discussion.moderation")
  const worry = useTranslations("discussion.privateText")
  const names = useTranslations("discussion.names")
  const href = threadAddress({ assignmentId, promptId: post.promptId }, { post: post.id })
  return (
    <article aria-label={words("by", { name: post.author.name })} className="max-w-narrow">
      <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-2">
        <b dir="auto" className="text-15 text-ink">
          {post.author.name}
        </b>
        {post.author.alias && <span>{post.author.alias}</span>}
        <span>{words("prompt", { position: post.promptPosition })}</span>
        {post.group && <bdi>{post.group}</bdi>}
        <span>{postTime(post.createdAt, clock)}</span>
        {post.isEdited && <span>{words("edited")}</span>}
        {post.state === "deleted" && <span>{words("takenBack")}</span>}
        <TextLink href={href}>{words("open")}</TextLink>
      </p>
      {post.restatedHtml && <Beside title={words("restated")} html={post.restatedHtml} />}
      <div
        lang={urduLang(post.html)}
        className={cn("mt-1", postTextStyle)}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
        dangerouslySetInnerHTML={{ __html: post.html }}
      />
      {post.meantHtml.map((html) => (
        <Beside key={html} title={words("meant")} html={html} />
      ))}
      <Reasons post={post} clock={clock} />
      {post.act?.appeal && (
        <StaffAppeal appeal={post.act.appeal} actId={post.act.id} clock={clock} answer={acts.answer} />
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {post.state === "hidden" ? (
          <ActButton action={acts.show} input={{ postId: post.id }}>
            {words("show")}
          </ActButton>
        ) : (
          <HideDialog
            postId={post.id}
            norms={norms}
            action={acts.hide}
            trigger={<Button dense>{words("hide")}</Button>}
          />
        )}
        {openName && !post.author.isStaff && post.author.alias === null && (
          <OpenName
            postId={post.id}
            alias={post.author.name}
            action={openName}
            trigger={<Button dense>{names("open")}</Button>}
          />
        )}
        {post.reports.some((report) => report.kind === "worried") && (
          <TextLink href={`/teach/assignments/${assignmentId}/worries/${post.id}`}>{worry("link")}</TextLink>
        )}
        {post.reports.some((report) => report.kind === "worried" && report.takenAt === null) && (
          <ActButton action={acts.take} input={{ postId: post.id }}>
            {words("takeUp")}
          </ActButton>
        )}
        {post.reports.some((report) => report.isOpen) && (
          <ActButton variant="quiet" action={acts.dismiss} input={{ postId: post.id }}>
            {words("dismiss")}
          </ActButton>
        )}
      </div>
    </article>
  )
}

/** What its author said beside the post itself: they are judged by that too. */
function Beside({ title, html }: { title: string; html: string }) {
  return (
    <div className="mt-2 border-rule-firm border-s-2 ps-3">
      <p className="font-semibold text-13 text-ink-2">{title}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html */}
      <div className={postTextStyle} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}

function Reasons({ post, clock }: { post: ModeratedPost; clock: ThreadClock }) {
  const words = useTranslations("discussion.moderation")
  const kinds = useTranslations("discussion.reports.kinds")
  const ruleWords = useRuleWords()
  const { reports, hiding, act } = post
  const rule = act && ruleWords(act)
  const by = hiding?.by ?? words("someone")
  return (
    <ul className="mt-2 border-rule-firm border-s-2 ps-3 text-15 text-ink-2">
      {reports.map((report) => (
        <li key={`${report.at} ${report.reason}`} dir="auto">
          {words("reportedFor", {
            at: postTime(report.at, clock),
            reason: [kinds(report.kind), report.reason].filter(Boolean).join(": "),
          })}
          {report.takenAt !== null && (
            <span className="block">
              {words("takenUp", {
                by: report.takenBy ?? words("someone"),
                at: postTime(report.takenAt, clock),
              })}
            </span>
          )}
        </li>
      ))}
      {hiding && (
        <li dir="auto">
          {words("hiddenFor", { by, at: postTime(hiding.at, clock), reason: hiding.reason })}
          {rule && <span className="block">{words("ruleIs", { rule })}</span>}
        </li>
      )}
    </ul>
  )
}

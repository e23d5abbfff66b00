import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { validate } from "uuid"
import { takeWorryAction } from "@/app/a/[assignmentId]/discuss/actions"
import { requireStaff, turnAway } from "@/app/teach/assignments/[assignmentId]/open-results"
import { openPrivateAction } from "@/app/teach/assignments/[assignmentId]/worries/actions"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { PrivateText } from "@/components/discussion/moderation/private-text"
import { WorriedPost } from "@/components/discussion/moderation/worried-post"
import { ClientMessages } from "@/components/ui/client-messages"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { refuse } from "@/lib/access/refusal"
import { isRecent, OPEN_DAYS } from "@/lib/discussion/moderation/decide-private"
import { loadWorry } from "@/lib/discussion/server/load-worry"
import { now } from "@/lib/platform/clock"

type Props = { params: Promise<{ assignmentId: string; postId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion.privateText"))("title") }
}

/** A post that somebody is worried about: who is on it, and for teachers the way to what is private of its author. */
export default async function WorryPage({ params }: Props) {
  const { assignmentId, postId } = await params
  const viewer = await requireStaff(assignmentId)
  const missing = refuse("missing", "discussion.noSuchPost")
  const worry = validate(postId) ? await loadWorry(viewer, postId) : missing
  if (!worry.ok || worry.value.post.assignmentId !== assignmentId) return turnAway(missing.refusal)
  const { post, ground, mayOpen } = worry.value
  const words = await getTranslations("discussion.privateText")
  const { timeZone, locale } = viewer.school
  const clock = { timeZone, locale, now: now() }
  const back = `/teach/assignments/${assignmentId}/discussion#reported`
  return (
    <StaffPage viewer={viewer} here="classes">
      <PageHeading
        dense
        kicker={<TextLink href={back}>{`${post.title}, ${post.className}`}</TextLink>}
        title={words("title")}
        lead={words("lead")}
      />
      <ClientMessages rooms={["discussion.privateText"]}>
        <WorriedPost post={post} clock={clock} take={takeWorryAction} />
        {mayOpen &&
          ground.isAuthorStudent &&
          (isRecent(ground.worriedAt, clock.now) ? (
            <PrivateText postId={post.id} name={post.author.name} clock={clock} action={openPrivateAction} />
          ) : (
            <Notice className="mt-8">{words("over", { days: OPEN_DAYS })}</Notice>
          ))}
      </ClientMessages>
    </StaffPage>
  )
}

"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import type { Editing } from "@/components/discussion/posts/edit-argument"
import { EditForm } from "@/components/discussion/posts/edit-form"
import { type PostActions, postActStyle } from "@/components/discussion/posts/post-acts"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import type { PostView } from "@/lib/discussion/thread/thread-view"

type OwnPostProps = {
  postId: string
  userId: string
  /** The words as typed, while they may be changed. */
  body: string | null
  /** What else of it may be changed, as long as nobody has answered it; else null. */
  argument: { post: PostView; editing: Editing } | null
  assignmentId: string
  /** "10:42" */
  editUntil: string | null
  mayTakeBack: boolean
  /** It is the viewer's only post at the top, so that taking it back shuts the thread. */
  opensThread: boolean
  /** No other may be posted in its place. */
  isOwnOver: boolean
  acts: PostActions
  /** The post's words as they stand. */
  children: ReactNode
  /** What else can be done with it. */
  more: ReactNode
}

/** A post of one's own: its words, or the form that changes them, and taking it back. */
export function OwnPost(props: OwnPostProps) {
  const { postId, userId, body, argument, assignmentId, editUntil, acts, children, more } = props
  const words = useTranslations("discussion.own")
  const [isEditing, setEditing] = useState(false)
  if (isEditing && body !== null)
    return (
      <EditForm
        {...{ postId, userId, body, argument, assignmentId, editUntil }}
        edit={acts.edit}
        onClose={() => setEditing(false)}
      />
    )
  return (
    <>
      {children}
      <p className="mt-0.5 flex flex-wrap gap-x-4">
        {body !== null && (
          <button
            type="button"
            className={postActStyle}
            onClick={() => setEditing(true)}
            suppressHydrationWarning
          >
            {words("edit", { until: editUntil ?? "" })}
          </button>
        )}
        {props.mayTakeBack && <TakeBack {...props} />}
        {more}
      </p>
    </>
  )
}

function TakeBack({ postId, opensThread, isOwnOver, acts }: OwnPostProps) {
  const words = useTranslations("discussion.own")
  const trigger = (
    <button type="button" className={postActStyle}>
      {words("takeBack")}
    </button>
  )
  return (
    <ConfirmDialog
      trigger={trigger}
      title={words("takeBackTitle")}
      confirmLabel={words("takeBack")}
      onConfirm={() => acts.takeBack({ postId })}
    >
      <p>{words("takeBackText")}</p>
      {opensThread && <p className="mt-2">{words(isOwnOver ? "takeBackLate" : "takeBackShuts")}</p>}
    </ConfirmDialog>
  )
}

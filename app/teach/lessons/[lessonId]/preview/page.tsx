import { redirect } from "next/navigation"
import { loadEditor } from "../load-editor"

type Props = { params: Promise<{ lessonId: string }> }

/** A preview begins where a student begins. */
export default async function Preview({ params }: Props) {
  const { lesson } = await loadEditor((await params).lessonId)
  redirect(`/teach/lessons/${lesson.lessonId}/preview/${lesson.stanceStatement === null ? "read" : "stance"}`)
}
